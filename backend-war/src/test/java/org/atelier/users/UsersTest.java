package org.atelier.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.web.Json;
import org.atelier.web.Money;
import org.atelier.web.Problem;
import org.atelier.web.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsersTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    private final Users users = new Users();
    private Database database;

    private void open(DataSource source) {
        database = new Database(source);
        users.load(new DatabaseReady(database));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatWasStoredIsThereAfterARestart(DataSource source) {
        open(source);
        var anna = insert("anna@example.org", Role.ADMIN);
        users.change(anna.id(), new Profile("Änna", Optional.of("de"), Optional.of("dark"), "demo/finch"));

        var restarted = new Users();
        restarted.load(new DatabaseReady(database));

        assertThat(restarted.find(anna.id())).isEqualTo(users.find(anna.id()));
        assertThat(restarted.find(Email.of(" Anna@Example.org "))).hasValueSatisfying(found -> {
            assertThat(found.displayName()).isEqualTo("Änna");
            assertThat(found.language()).contains("de");
            assertThat(found.appearance()).contains("dark");
            assertThat(found.lastModel()).contains("demo/finch");
        });
        assertThat(restarted.anyAdministrator()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatAChangeDoesNotNameStays(DataSource source) {
        open(source);
        insert("admin@example.org", Role.ADMIN);
        var anna = insert("anna@example.org", Role.USER);
        users.change(anna.id(), new Profile(null, Optional.of("de"), null, null));
        users.change(anna.id(), new Profile(null, null, Optional.of("light"), null));

        var changed = users.find(anna.id()).orElseThrow();
        assertThat(changed.displayName()).isEqualTo(anna.displayName());
        assertThat(changed.language()).contains("de");
        assertThat(changed.appearance()).contains("light");
        assertThat(changed.role()).isEqualTo(Role.USER);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void anAddressIsRegisteredOnceHoweverManyComeAtOnce(DataSource source) {
        open(source);
        var racing = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> insert("anna@example.org", Role.USER)))
                .toList();
        var others = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> insert("other" + i + "@example.org", Role.USER)))
                .toList();

        assertThat(racing.stream().filter(one -> one.handle((user, failed) -> failed == null)
                        .join()))
                .hasSize(1);
        assertThat(others).allSatisfy(one -> assertThat(one.join()).isNotNull());
        assertThatThrownBy(() -> insert("ANNA@example.org", Role.USER)).isInstanceOf(EmailAlreadyRegistered.class);
        assertThat(database.read(UserTable::all)).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void memoryEndsWithWhatTheDatabaseEndsWith(DataSource source) {
        open(source);
        insert("admin@example.org", Role.ADMIN);
        var anna = insert("anna@example.org", Role.USER);
        IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> users.change(anna.id(), new Profile("Anna " + i, null, null, null))))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(users.find(anna.id())).isEqualTo(database.read(handle -> UserTable.find(handle, anna.id())));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theLastAdministratorCannotBeRemoved(DataSource source) {
        open(source);
        var anna = insert("anna@example.org", Role.ADMIN);
        var ben = insert("ben@example.org", Role.USER);

        assertThatThrownBy(() -> users.change(anna.id(), new Standing(Role.USER, null, null)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> users.change(anna.id(), new Standing(null, UserStatus.DISABLED, null)))
                .isInstanceOf(Problem.class);
        assertThat(users.find(anna.id())).contains(anna);
        users.change(ben.id(), new Standing(Role.ADMIN, null, null));
        assertThat(users.change(anna.id(), new Standing(null, UserStatus.DISABLED, null))
                        .after()
                        .active())
                .isFalse();
        assertThat(users.find(anna.id()).orElseThrow().active()).isFalse();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aBudgetIsKeptUntilItIsLiftedAndAMissingOneChangesNothing(DataSource source) throws Exception {
        open(source);
        var anna = insert("anna@example.org", Role.USER);
        var five = new Budget(Money.parse("5"), Budget.Period.MONTH);
        assertThat(anna.ownBudget()).isFalse();

        var limited = users.change(anna.id(), read("{\"budget\":{\"amount\":\"5\",\"period\":\"month\"}}"))
                .after();
        assertThat(limited.budget()).contains(five);
        var renamed = users.change(anna.id(), read("{\"role\":\"admin\"}")).after();
        assertThat(renamed.budget().orElseThrow().amount()).isEqualByComparingTo(five.amount());
        var lifted = users.change(anna.id(), read("{\"budget\":null}")).after();
        assertThat(lifted.budget()).isEmpty();
        assertThat(lifted.ownBudget()).isTrue();
        assertThat(lifted.role()).isEqualTo(Role.ADMIN);
        var usual = users.change(anna.id(), read("{\"own_budget\":false}"));
        assertThat(usual.before().ownBudget()).isTrue();
        assertThat(usual.after().ownBudget()).isFalse();
        var both = read("{\"own_budget\":false,\"budget\":null}");
        assertThatThrownBy(() -> users.change(anna.id(), both)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whoeverRegisteredWhileNothingCouldBeSpentWaitsForApproval(DataSource source) {
        open(source);
        var maker = insert("anna@example.org", Role.ADMIN, Origin.REGISTERED_IN_DEMO);
        var guest = insert("ben@example.org", Role.USER, Origin.REGISTERED_IN_DEMO);
        var colleague = insert("cleo@example.org", Role.USER, Origin.REGISTERED);
        users.suspendDemoNewcomers();
        assertThat(users.find(guest.id()).orElseThrow().status()).isEqualTo(UserStatus.PENDING);
        assertThat(users.find(maker.id()).orElseThrow().active()).isTrue();
        assertThat(users.find(colleague.id()).orElseThrow().active()).isTrue();
        users.change(guest.id(), new Standing(null, UserStatus.ACTIVE, null));
        users.suspendDemoNewcomers();
        assertThat(users.find(guest.id()).orElseThrow().active()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsNullInARequestIsTheBrowsersAgainAndWhatIsMissingStays(DataSource source) throws Exception {
        open(source);
        var anna = insert("anna@example.org", Role.ADMIN);
        users.change(anna.id(), new Profile(null, Optional.of("de"), Optional.of("dark"), null));
        var changed = users.change(anna.id(), Json.MAPPER.readValue("{\"language\":null}", Profile.class));
        assertThat(changed.language()).isEmpty();
        assertThat(changed.appearance()).contains("dark");
        assertThatThrownBy(() -> Json.MAPPER.readValue("{\"language\":\"fr\"}", Profile.class))
                .hasRootCauseInstanceOf(Problem.class);
        assertThatThrownBy(() -> Json.MAPPER.readValue("{\"appearance\":1}", Profile.class))
                .hasRootCauseInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whoIsGoneIsNobodyAndTheAddressIsFreeAgain(DataSource source) {
        open(source);
        var anna = insert("anna@example.org", Role.ADMIN);
        var ben = insert("ben@example.org", Role.USER);
        assertThatThrownBy(() -> delete(anna)).isInstanceOf(Problem.class);
        assertThat(users.find(anna.id())).contains(anna);

        delete(ben);

        assertThat(users.find(ben.id())).isEmpty();
        assertThat(users.find(ben.email())).isEmpty();
        assertThatThrownBy(() -> users.change(ben.id(), new Profile("Ben", null, null, null)))
                .isNotNull();
        assertThat(users.find(ben.id())).isEmpty();
        var again = insert("ben@example.org", Role.USER);
        assertThat(users.find(ben.email())).contains(again);
        assertThat(database.read(UserTable::all)).extracting(User::id).containsExactlyInAnyOrder(anna.id(), again.id());
    }

    private void delete(User user) {
        database.write(handle -> {
            Users.delete(handle, user.id());
            return null;
        });
        users.forget(user.id());
    }

    private static Standing read(String json) throws java.io.IOException {
        return Json.MAPPER.readValue(json, Standing.class);
    }

    private User insert(String email, Role role) {
        return insert(email, role, Origin.MADE);
    }

    private User insert(String email, Role role, Origin origin) {
        var user = UserFixture.of(Database.newId(), email, role, UserStatus.ACTIVE, origin);
        database.write(handle -> {
            Users.insert(handle, user);
            return null;
        });
        users.remember(user);
        return user;
    }
}
