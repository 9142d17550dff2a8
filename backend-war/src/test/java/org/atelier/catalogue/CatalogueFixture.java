package org.atelier.catalogue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.provider.CallLimits;
import org.atelier.provider.Modality;
import org.atelier.settings.Settings;

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

    public final Map<String, String> settings = new ConcurrentHashMap<>();
    public final Catalogue catalogue = new Catalogue();
    public final ProviderConnection connection;
    private final CatalogueRefresh refresh;
    private final Database database;

    public CatalogueFixture(DataSource source, Map<String, String> given) {
        settings.putAll(given);
        connection = new ProviderConnection(new Settings(name -> Optional.ofNullable(settings.get(name))), QUICK);
        connection.connect();
        refresh = new CatalogueRefresh(connection, catalogue, PACE, () -> {});
        database = new Database(source);
        refresh.start(new DatabaseReady(database));
    }

    CatalogueFixture(DataSource source, StubProvider provider) {
        this(source, Map.of("OPENROUTER_BASE_URL", provider.url().toString()));
    }

    boolean offers(String id) {
        return catalogue.snapshot().usable(id).isPresent();
    }

    Optional<String> standard() {
        return catalogue.defaultFor(Modality.TEXT, Optional.empty()).map(CatalogueModel::id);
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
