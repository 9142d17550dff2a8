package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.database.TestDatabases;
import org.atelier.keys.ApiKeys;
import org.atelier.keys.Scope;
import org.atelier.limits.Rates;
import org.atelier.settings.Settings;
import org.atelier.users.Origin;
import org.atelier.users.User;
import org.atelier.users.UserFixture;
import org.atelier.users.UserStatus;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private static Database database;

    private final SteppingClock clock = new SteppingClock();
    private final AccessTokens tokens = new AccessTokens(new byte[32], clock);
    private final Users users = new Users();
    private final Sessions sessions = new Sessions(database, new RefreshRule(new byte[32]), clock, ended -> {});
    private final ApiKeys keys = new ApiKeys(clock, ended -> {});
    private final Admission admission =
            new Admission(tokens, sessions, users, keys, new Rates(new Settings(name -> Optional.empty())));
    private final User anna = user(Role.USER, UserStatus.ACTIVE);
    private final UUID session = database.write(
                    handle -> sessions.begin(handle, anna.id(), Database.newId(), Device.UNKNOWN))
            .session()
            .id();
    private final String credential = "Bearer " + tokens.issue(anna.id(), session);

    private static User user(Role role, UserStatus status) {
        return UserFixture.of(
                UUID.fromString("01a207a3-742a-7c9e-8287-9f281379dc94"), "anna@example.org", role, status, Origin.MADE);
    }

    @BeforeAll
    static void open() {
        database = new Database(TestDatabases.migrated(TestDatabases.duckdb()));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aValidTokenMakesACaller() {
        users.remember(anna);

        assertThat(admission.admit("GET", "/api/users/me", credential)).hasValueSatisfying(caller -> {
            assertThat(caller.userId()).isEqualTo(anna.id());
            assertThat(caller.role()).isEqualTo(Role.USER);
            assertThat(caller.sessionId()).isEqualTo(session);
        });
    }

    @Test
    void aNewRoleHoldsFromTheNextRequestOn() {
        users.remember(anna);
        admission.admit("GET", "/api/users/me", credential);
        users.remember(user(Role.ADMIN, UserStatus.ACTIVE));

        assertThat(admission
                        .admit("GET", "/api/users/me", credential)
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void aDisabledAccountIsRefusedFromTheNextRequestOn() {
        users.remember(anna);
        admission.admit("GET", "/api/users/me", credential);
        users.remember(user(Role.USER, UserStatus.DISABLED));

        assertThat(refusal("GET", "/api/users/me", credential)).isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    @Test
    void aSessionThatHasEndedIsRefusedFromTheNextRequestOn() {
        users.remember(anna);
        admission.admit("GET", "/api/users/me", credential);
        sessions.end(session);

        assertThat(refusal("GET", "/api/users/me", credential)).isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    @Test
    void noOtherCredentialIsTaken() {
        users.remember(anna);
        var token = credential.substring("Bearer ".length());

        for (var wrong : new String[] {null, "", "Bearer", "Bearer ", token, "Basic " + token, credential + "x"}) {
            assertThat(refusal("GET", "/api/users/me", wrong)).isEqualTo(ProblemType.UNAUTHENTICATED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/login/",
                "/api/auth/login;x",
                "/api/auth/%6cogin",
                "/api//auth/login",
                "/api/auth/login/../../users/me",
                "/api/problems/../users/me",
                "/api/problems/a%2fb",
                "/api/"
            })
    void noOtherSpellingOfAnOpenRouteIsOpen(String path) {
        assertThat(refusal("POST", path, null)).isEqualTo(ProblemType.UNAUTHENTICATED);
        assertThat(refusal("GET", path, null)).isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    @Test
    void anOpenRouteIsOpenForItsMethodsOnly() {
        assertThat(admission.admit("POST", "/api/auth/login", null)).isEmpty();
        assertThat(refusal("GET", "/api/auth/login", null)).isEqualTo(ProblemType.UNAUTHENTICATED);
        assertThat(refusal("OPTIONS", "/api/auth/login", null)).isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/metrics/", "/openapi", "/openapi/", "/health/../metrics", "/api", "/index.html", ""})
    void nextToTheApiThereIsNothing(String path) {
        users.remember(anna);

        assertThat(refusal("GET", path, credential)).isEqualTo(ProblemType.NOT_FOUND);
    }

    /** Every resource of the product, as it is compiled: who adds a route that is open changes this list knowingly. */
    @Test
    void ofAllResourcesOnlyTheseAreOpen() {
        var open = new TreeSet<String>();
        var closed = new TreeSet<String>();
        routes().forEach(route -> {
            var parts = route.split(" ");
            (OpenRoutes.contain(parts[0], parts[1].replace("{name}", "not-found")) ? open : closed).add(route);
        });

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /api/auth/options",
                        "POST /api/auth/setup",
                        "POST /api/auth/register",
                        "POST /api/auth/login",
                        "POST /api/auth/refresh",
                        "POST /api/auth/password-reset",
                        "GET /api/problems/{name}");
        assertThat(closed).contains("POST /api/auth/logout", "GET /api/users/me", "PATCH /api/users/me");
        closed.forEach(route -> assertThat(refusal(
                        route.split(" ")[0], route.split(" ")[1].replaceAll("\\{[^}]*}", session.toString()), null))
                .isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    private String key(Scope... scopes) {
        keys.load(new DatabaseReady(database));
        var made =
                keys.make(new ApiKeys.Wish(anna.id(), "Nightly", Set.of(scopes), Optional.empty(), Optional.empty()));
        return "Bearer " + made.secret().text();
    }

    @Test
    void aKeyIsItsOwnerWithTheRightsThatBothHave() {
        users.remember(user(Role.ADMIN, UserStatus.ACTIVE));
        var plain = key(Scope.TEXT);
        var powerful = key(Scope.READ, Scope.ADMIN);

        var caller = admission.admit("POST", "/api/ai/chat", plain).orElseThrow();
        assertThat(caller.userId()).isEqualTo(anna.id());
        assertThat(caller.role()).isEqualTo(Role.USER);
        assertThat(caller.keyId()).contains(caller.sessionId());
        assertThat(refusal("GET", "/api/users", plain)).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(admission.admit("GET", "/api/users", powerful).orElseThrow().role())
                .isEqualTo(Role.ADMIN);
        assertThat(refusal("POST", "/api/ai/chat", powerful)).isEqualTo(ProblemType.FORBIDDEN);

        users.remember(user(Role.USER, UserStatus.ACTIVE));
        assertThat(admission.admit("GET", "/api/users", powerful).orElseThrow().role())
                .isEqualTo(Role.USER);
        users.remember(user(Role.USER, UserStatus.DISABLED));
        assertThat(refusal("POST", "/api/ai/chat", plain)).isEqualTo(ProblemType.UNAUTHENTICATED);
        users.forget(anna.id());
        assertThat(refusal("POST", "/api/ai/chat", plain)).isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    @Test
    void aKeyThatIsRevokedIsRefusedFromTheNextRequestOn() {
        users.remember(anna);
        var credential = key(Scope.TEXT);
        var id = admission
                .admit("POST", "/api/ai/chat", credential)
                .flatMap(Caller::keyId)
                .orElseThrow();
        keys.revoke(keys.find(id).orElseThrow());

        assertThat(refusal("POST", "/api/ai/chat", credential)).isEqualTo(ProblemType.UNAUTHENTICATED);
        assertThat(refusal("POST", "/api/ai/chat", "Bearer atl_")).isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    private static Stream<String> routes() {
        return new ClassFileImporter()
                .importPackages("org.atelier").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                                .flatMap(method -> verbs(method).map(verb -> verb + " " + path(type, method))));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static String path(Class<?> type, Method method) {
        var own = method.getAnnotation(Path.class);
        var path = "/api/" + type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        return path.replaceAll("/+", "/").replaceAll("/$", "");
    }

    private ProblemType refusal(String method, String path, String authorization) {
        var refused = catchThrowableOfType(Problem.class, () -> admission.admit(method, path, authorization));
        assertThat(refused).as(method + " " + path).isNotNull();
        return refused.type();
    }
}
