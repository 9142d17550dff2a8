package org.atelier.catalogue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.provider.CallLimits;
import org.atelier.provider.Modality;
import org.atelier.settings.Settings;
import org.atelier.users.UserFixture;
import org.atelier.users.Users;
import org.atelier.web.Role;

/** A running catalogue that looks, refreshes and retries at a pace a test can wait for. */
public final class CatalogueFixture implements AutoCloseable {
    private static final CallLimits QUICK = new CallLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            0,
            Duration.ofMillis(10),
            Duration.ofSeconds(1),
            100);
    private static final CatalogueRefresh.Pace PACE = new CatalogueRefresh.Pace(
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofSeconds(30));

    /** Without an account, and so without more rights than anybody. */
    public static final UUID ANYBODY = UUID.randomUUID();

    public final Map<String, String> settings = new ConcurrentHashMap<>();
    public final Users users = new Users();
    public final Catalogue catalogue = new Catalogue(users);
    public final ProviderConnection connection;
    private final CatalogueRefresh refresh;
    private final Database database;

    public CatalogueFixture(DataSource source, Map<String, String> given) {
        settings.putAll(given);
        connection = new ProviderConnection(new Settings(name -> Optional.ofNullable(settings.get(name))), QUICK);
        connection.connect();
        var all = new Settings(name -> Optional.ofNullable(settings.get(name)));
        refresh = new CatalogueRefresh(connection, catalogue, NewModels.of(all), PACE, () -> {});
        database = new Database(source);
        refresh.start(new DatabaseReady(database));
    }

    CatalogueFixture(DataSource source, StubProvider provider) {
        this(source, Map.of("OPENROUTER_BASE_URL", provider.url().toString()));
    }

    AdminModels admin() {
        return new AdminModels(catalogue, refresh, connection);
    }

    ModelNumbers numbers() {
        return new ModelNumbers(catalogue, refresh);
    }

    /** @return somebody who is signed in as that */
    UUID person(Role role) {
        var id = UUID.randomUUID();
        users.remember(UserFixture.of(id, id + "@example.org", role));
        return id;
    }

    boolean offers(String id) {
        return catalogue.snapshot().to(Role.USER).usable(id).isPresent();
    }

    Optional<String> standard() {
        return catalogue.defaultFor(ANYBODY, Modality.TEXT, Optional.empty()).map(CatalogueModel::id);
    }

    static void await(String expectation, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain until " + expectation);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        refresh.stop(null);
        connection.close();
        database.close();
    }
}
