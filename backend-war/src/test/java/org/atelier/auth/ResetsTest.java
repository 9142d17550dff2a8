package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.users.Email;
import org.atelier.users.Origin;
import org.atelier.users.User;
import org.atelier.users.UserStatus;
import org.atelier.users.Users;
import org.atelier.web.Problem;
import org.atelier.web.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResetsTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    private final SteppingClock clock = new SteppingClock();
    private final Users users = new Users();
    private Database database;
    private Sessions sessions;
    private Resets resets;
    private User anna;
    private User ben;

    private void open(DataSource source) {
        database = new Database(source);
        sessions = new Sessions(database, new RefreshRule(new byte[32]), clock, ended -> {});
        resets = new Resets(database, sessions, users, clock);
        anna = account("anna@example.org");
        ben = account("ben@example.org");
    }

    private User account(String address) {
        var user = Accounts.newcomer(Email.of(address), Optional.empty(), Role.USER, UserStatus.ACTIVE, Origin.MADE);
        database.write(handle -> {
            Users.insert(handle, user);
            return null;
        });
        users.remember(user);
        return user;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aLinkGivesItsOwnerOnePasswordAndEndsEverySession(DataSource source) {
        open(source);
        var hers = signIn(anna);
        var his = signIn(ben);
        var token = token(resets.make(anna.id()));
        assertThat(resets.owner(token)).isEqualTo(anna);

        resets.use(token, "hash");

        assertThat(hash(anna)).contains("hash");
        assertThat(hash(ben)).isEmpty();
        assertThat(sessions.ended(hers)).isTrue();
        assertThat(sessions.ended(his)).isFalse();
        assertWorthless(token);
        resets.use(token(resets.make(anna.id())), "another");
        assertThat(hash(anna)).contains("another");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void ofManyThatUseALinkAtOnceOneChoosesThePassword(DataSource source) {
        open(source);
        var token = token(resets.make(anna.id()));
        var racing = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> resets.use(token, "hash " + i)))
                .toList();
        assertThat(racing.stream().filter(one -> one.handle((done, failed) -> failed == null)
                        .join()))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aLinkIsWorthNothingWhenItIsTooOldReplacedOrInvented(DataSource source) {
        open(source);
        var old = token(resets.make(anna.id()));
        var replaced = token(resets.make(ben.id()));
        var newest = token(resets.make(ben.id()));
        clock.step(Duration.ofHours(23));
        assertThat(resets.owner(old)).isEqualTo(anna);
        assertThat(resets.owner(newest)).isEqualTo(ben);
        clock.step(Duration.ofHours(1));

        assertWorthless(old);
        assertWorthless(replaced);
        assertWorthless(newest);
        assertWorthless("invented");
        assertWorthless(null);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void onlyLinksThatAreTooOldAreForgotten(DataSource source) {
        open(source);
        resets.make(anna.id());
        clock.step(Resets.LIFETIME.plusSeconds(1));
        var fresh = Resets.LIFETIME.dividedBy(2);
        database.write(handle -> {
            // Not by making one, which forgets what is old by itself.
            ResetTable.deleteOf(handle, ben.id());
            handle.execute(
                    "INSERT INTO account_password_reset (digest, account_id, expires_at) VALUES (?, ?, ?)",
                    "his",
                    ben.id(),
                    clock.instant().plus(fresh));
            return null;
        });

        assertThat(resets.purge()).isEqualTo(1);
        assertThat(resets.purge()).isZero();
        clock.step(fresh.plusSeconds(1));
        assertThat(resets.purge()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whoReadsTheDatabaseFindsNoLinkInIt(DataSource source) {
        open(source);
        var token = token(resets.make(anna.id()));
        var stored = database.read(handle -> handle.createQuery("SELECT digest FROM account_password_reset")
                .mapTo(String.class)
                .one());
        assertThat(stored).hasSize(64).doesNotContain(token);
        assertWorthless(stored);
    }

    private void assertWorthless(String token) {
        assertThatThrownBy(() -> resets.owner(token)).isInstanceOf(Problem.class);
        if (token != null) {
            assertThatThrownBy(() -> resets.use(token, "hash")).isInstanceOf(Problem.class);
        }
    }

    private static String token(Resets.Link link) {
        return link.path().replaceFirst("^/reset\\?token=", "");
    }

    private Optional<String> hash(User user) {
        return database.read(handle -> PasswordTable.hash(handle, user.id()));
    }

    private java.util.UUID signIn(User user) {
        return database.write(handle -> sessions.begin(handle, user.id(), Database.newId(), Device.UNKNOWN))
                .session()
                .id();
    }
}
