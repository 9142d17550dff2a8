package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.database.TestDatabases;
import org.atelier.keys.ApiKeys;
import org.atelier.keys.Scope;
import org.atelier.limits.Places;
import org.atelier.limits.Rates;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.users.User;
import org.atelier.users.UserFixture;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sends every route that there is through the gate when a limit is used up: none may get further. */
class GateTest {
    private static final Path LIST = Path.of("../system-test/src/test/resources/routes.txt");
    private static final String OFFICE = "192.0.2.1";

    private static Database database;

    private final SteppingClock clock = new SteppingClock();
    private final Users users = new Users();
    private final AccessTokens tokens = new AccessTokens(new byte[32], clock);
    private final Sessions sessions = new Sessions(database, new RefreshRule(new byte[32]), clock, ended -> {});
    private final ApiKeys keys = new ApiKeys(clock, ended -> {});
    private final User anna = UserFixture.of(Database.newId(), "anna@example.org", Role.ADMIN);
    private final UUID session = database.write(
                    handle -> sessions.begin(handle, anna.id(), Database.newId(), Device.UNKNOWN))
            .session()
            .id();
    private final String signedIn = "Bearer " + tokens.issue(anna.id(), session);
    private final AtomicInteger passed = new AtomicInteger();

    /** One line of the list. */
    private record Route(String method, String path, boolean closed) {
        Exchange sent(String authorization) {
            var id = path.contains("problems") ? "not-found" : UUID.randomUUID().toString();
            return new Exchange(method, path.replace("{}", id), OFFICE, authorization);
        }
    }

    @BeforeAll
    static void open() {
        database = new Database(TestDatabases.migrated(TestDatabases.duckdb()));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<Route> routes() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .map(words -> new Route(words[0], words[1], words.length == 2))
                .toList();
    }

    private static Settings settings(Map<Setting, String> given) {
        return new Settings(name -> Optional.ofNullable(given.get(Setting.valueOf(name.replaceAll("_FILE$", "")))));
    }

    private Gate gate(Settings settings, Places places) {
        users.remember(anna);
        var rates = new Rates(settings);
        return new Gate(
                new Admission(tokens, sessions, users, keys, rates),
                users,
                new ClientAddress(new byte[32]),
                new Cors(settings),
                rates,
                places);
    }

    private Exchange through(Gate gate, Exchange exchange) throws IOException, ServletException {
        gate.doFilter(exchange.request(), exchange.response(), (request, response) -> passed.incrementAndGet());
        return exchange;
    }

    private void isSentAway(Gate gate, Route route, String authorization) throws IOException, ServletException {
        passed.set(0);
        var answer = through(gate, route.sent(authorization));

        assertThat(answer.status()).as("%s", route).isEqualTo(429);
        assertThat(passed).as("%s", route).hasValue(0);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.body())
                .as("%s", route)
                .contains(
                        route.path().startsWith("/api/v1/")
                                ? "\"code\":\"rate_limit_exceeded\""
                                : "/api/problems/too-many-requests");
    }

    @Test
    void anAddressWithNothingLeftReachesNoRouteWithWhateverCredential() throws IOException, ServletException {
        var settings = settings(Map.of(Setting.RATE_LIMIT_ADDRESS, "1", Setting.CORS_ORIGINS, Exchange.ORIGIN));
        var gate = gate(settings, new Places(settings));
        through(gate, new Exchange("GET", "/api/nothing", OFFICE, "Bearer wrong"));
        assertThat(through(gate, new Exchange("GET", "/health", OFFICE, null)).status())
                .as("asked by an orchestrator that seems to have the same address")
                .isEqualTo(200);

        for (var route : routes()) {
            isSentAway(gate, route, null);
            isSentAway(gate, route, signedIn);
        }
        assertThat(through(gate, new Exchange("GET", "/api/events", OFFICE, signedIn))
                        .header("Access-Control-Allow-Origin"))
                .as("so that a page of another site can read why")
                .isEqualTo(Exchange.ORIGIN);
    }

    @Test
    void somebodyWithNothingLeftReachesNoRouteThatNeedsACaller() throws IOException, ServletException {
        var settings = settings(Map.of(Setting.RATE_LIMIT_USER, "1"));
        var gate = gate(settings, new Places(settings));
        through(gate, new Exchange("GET", "/api/users/me", OFFICE, signedIn));
        assertThat(passed).hasValue(1);

        for (var route : routes()) {
            if (route.closed()) {
                isSentAway(gate, route, signedIn);
            }
        }
    }

    @Test
    void aKeyWithNothingLeftReachesNoRouteNotEvenOneThatIsClosedToIt() throws IOException, ServletException {
        keys.load(new DatabaseReady(database));
        var key = "Bearer "
                + keys.make(new ApiKeys.Wish(
                                anna.id(), "Nightly", Set.of(Scope.READ), Optional.empty(), Optional.empty()))
                        .secret()
                        .text();
        var settings = settings(Map.of(Setting.RATE_LIMIT_KEY, "1"));
        var gate = gate(settings, new Places(settings));
        through(gate, new Exchange("GET", "/api/users/me", OFFICE, key));
        assertThat(passed).hasValue(1);

        for (var route : routes()) {
            if (route.closed()) {
                isSentAway(gate, route, key);
            }
        }
        assertThat(through(gate, new Exchange("GET", "/api/users/me", OFFICE, signedIn))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoeverHasAsMuchOpenAsTheyMayOpensNothingMoreAndDoesEverythingElse() throws IOException, ServletException {
        var settings = settings(Map.of(Setting.STREAMS_PER_USER, "1"));
        var places = new Places(settings);
        var gate = gate(settings, places);
        try (var open = places.open(OFFICE, new Caller(anna.id(), Role.ADMIN, session))) {
            assertThat(open).isNotNull();
            for (var route : routes()) {
                if (LastingRoutes.NAMES.contains(route.method() + " " + route.path())) {
                    isSentAway(gate, route, signedIn);
                } else {
                    assertThat(through(gate, route.sent(signedIn)).status())
                            .as("%s", route)
                            .isEqualTo(200);
                }
            }
        }
        assertThat(through(gate, new Exchange("GET", "/api/events", OFFICE, signedIn))
                        .status())
                .isEqualTo(200);
        assertThat(places.openNow()).isZero();
    }
}
