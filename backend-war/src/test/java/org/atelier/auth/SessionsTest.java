package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionsTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    private final SteppingClock clock = new SteppingClock();
    private final RefreshRule rule = new RefreshRule(new byte[32]);
    private final List<UUID> told = new CopyOnWriteArrayList<>();
    private Database database;
    private Sessions sessions;

    private Sessions.Continued signIn(DataSource source) {
        database = new Database(source);
        sessions = new Sessions(database, rule, clock, told::add);
        return database.write(handle -> sessions.begin(handle, UUID.randomUUID(), Database.newId(), Device.UNKNOWN));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void fiftyThatRefreshAtOnceGetOneSuccessor(DataSource source) {
        var first = signIn(source).token();
        var pool = Executors.newFixedThreadPool(16);
        Set<String> successors = new HashSet<>();

        var racing = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> refreshed(first), pool))
                .toList();
        racing.forEach(one -> successors.add(one.join().text()));
        pool.shutdown();

        assertThat(successors).containsExactly(rule.successor(first).text());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aLostAnswerIsRepeatedAndAReplayEndsTheFamily(DataSource source) {
        var first = signIn(source).token();
        var second = refreshed(first);
        assertThat(refreshed(first).text()).isEqualTo(second.text());
        var third = refreshed(second);

        clock.step(Duration.ofSeconds(30));
        assertThat(refreshed(first).text()).isEqualTo(second.text());
        clock.step(Duration.ofSeconds(1));
        assertThat(sessions.refresh(first)).isEmpty();

        assertThat(sessions.refresh(third)).isEmpty();
        assertThat(sessions.ended(first.sessionId())).isTrue();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aChainOfManyRefreshesRemembersOnlyTheGrace(DataSource source) {
        var newest = signIn(source).token();
        for (int i = 0; i < 20; i++) {
            clock.step(AccessTokens.LIFETIME);
            newest = refreshed(newest);
        }
        var id = newest.sessionId();

        assertThat(uses(id)).containsOnlyKeys(19);
        assertThat(database.read(handle -> SessionTable.find(handle, id))
                        .orElseThrow()
                        .generation())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whoHasSignedOutStaysOutAfterARestart(DataSource source) {
        var first = signIn(source).token();
        sessions.end(first.sessionId());

        var restarted = new Sessions(database, rule, clock, told::add);

        assertThat(restarted.ended(first.sessionId())).isTrue();
        assertThat(restarted.refresh(first)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aForgedTokenEndsNobodysSession(DataSource source) {
        var begun = signIn(source);
        var first = begun.token();
        sessions.endBy(
                new RefreshToken(first.sessionId(), 0, new byte[32]),
                begun.session().userId());

        assertThat(sessions.ended(first.sessionId())).isFalse();
        assertThat(sessions.refresh(first)).isPresent();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aTokenEndsTheSessionOfItsOwnerOnly(DataSource source) {
        var begun = signIn(source);
        sessions.endBy(begun.token(), UUID.randomUUID());
        assertThat(sessions.ended(begun.session().id())).isFalse();

        sessions.endBy(begun.token(), begun.session().userId());
        assertThat(sessions.ended(begun.session().id())).isTrue();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsOverForADayIsForgottenAtTheNextStart(DataSource source) {
        var over = signIn(source).token();
        refreshed(over);
        sessions.end(over.sessionId());
        var open =
                database.write(handle -> sessions.begin(handle, UUID.randomUUID(), Database.newId(), Device.UNKNOWN));
        clock.step(Duration.ofDays(2));

        new Sessions(database, rule, clock, told::add);

        assertThat(stored(over.sessionId())).isEmpty();
        assertThat(uses(over.sessionId())).isEmpty();
        assertThat(stored(open.session().id())).isPresent();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aPurgeForgetsWhatIsOverAndStillKnowsWhoHasSignedOutJustNow(DataSource source) {
        var old = signIn(source).token();
        refreshed(old);
        for (int i = 0; i < 450; i++) {
            database.write(handle -> sessions.begin(handle, UUID.randomUUID(), Database.newId(), Device.UNKNOWN));
        }
        clock.step(Session.SLIDING.plus(AccessTokens.LIFETIME).plusMinutes(2));
        var open = begin();
        var leftEarlier = begin();
        sessions.end(leftEarlier.sessionId());
        clock.step(AccessTokens.LIFETIME.plusMinutes(2));
        var leftNow = begin();
        sessions.end(leftNow.sessionId());

        assertThat(sessions.purge()).isEqualTo(452);

        assertThat(stored(old.sessionId())).isEmpty();
        assertThat(uses(old.sessionId())).isEmpty();
        assertThat(stored(leftEarlier.sessionId())).isEmpty();
        assertThat(sessions.refresh(open)).isPresent();
        assertThat(new Sessions(database, rule, clock, told::add).ended(leftNow.sessionId()))
                .isTrue();
        assertThat(sessions.purge()).isZero();
    }

    private RefreshToken begin() {
        return database.write(handle -> sessions.begin(handle, UUID.randomUUID(), Database.newId(), Device.UNKNOWN))
                .token();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aNewPasswordEndsEverySessionOfThePersonButTheOwn(DataSource source) {
        var here = signIn(source).session();
        var elsewhere =
                database.write(handle -> sessions.begin(handle, here.userId(), Database.newId(), Device.UNKNOWN));
        var somebodyElse =
                database.write(handle -> sessions.begin(handle, UUID.randomUUID(), Database.newId(), Device.UNKNOWN));

        sessions.publishEnded(database.write(handle -> sessions.endOthers(handle, here.userId(), here.id())));

        assertThat(told).containsExactly(elsewhere.session().id());
        assertThat(sessions.ended(elsewhere.session().id())).isTrue();
        assertThat(sessions.refresh(elsewhere.token())).isEmpty();
        assertThat(sessions.ended(here.id())).isFalse();
        assertThat(sessions.refresh(somebodyElse.token())).isPresent();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aPersonSeesWhereTheyAreSignedInAndNobodyElses(DataSource source) {
        var here = signIn(source).session();
        var phone = new Device(Optional.of("Firefox"), Optional.of("Android"));
        var there = database.write(handle -> sessions.begin(handle, here.userId(), Database.newId(), phone));
        database.write(handle -> sessions.begin(handle, UUID.randomUUID(), Database.newId(), Device.UNKNOWN));
        clock.step(Duration.ofHours(1));
        refreshed(there.token());

        var places = sessions.of(here.userId());

        assertThat(places)
                .extracting(SignInPlace::id)
                .containsExactly(there.session().id(), here.id());
        assertThat(places.get(0).browser()).contains("Firefox");
        assertThat(places.get(0).system()).contains("Android");
        assertThat(places.get(0).lastUsedAt()).isEqualTo(clock.instant());
        assertThat(places.get(1).lastUsedAt()).isEqualTo(here.createdAt());
        assertThat(sessions.belongs(here.id(), here.userId())).isTrue();
        assertThat(sessions.belongs(here.id(), UUID.randomUUID())).isFalse();
        sessions.end(there.session().id());
        assertThat(sessions.of(here.userId())).extracting(SignInPlace::id).containsExactly(here.id());
        clock.step(Session.SLIDING);
        assertThat(sessions.of(here.userId())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theSignInsOfWhoeverIsGoneAreWorthNothing(DataSource source) {
        var hers = signIn(source);
        var other =
                database.write(handle -> sessions.begin(handle, UUID.randomUUID(), Database.newId(), Device.UNKNOWN));
        refreshed(hers.token());
        sessions.publishEnded(database.write(
                handle -> SessionTable.deleteOf(handle, hers.session().userId())));

        assertThat(sessions.ended(hers.session().id())).isTrue();
        assertThat(sessions.refresh(hers.token())).isEmpty();
        assertThat(uses(hers.session().id())).isEmpty();
        assertThat(sessions.refresh(other.token())).isPresent();
    }

    private Optional<Session> stored(UUID id) {
        return database.read(handle -> SessionTable.find(handle, id));
    }

    private Map<Integer, Instant> uses(UUID id) {
        return database.read(handle -> SessionTable.uses(handle, id));
    }

    private RefreshToken refreshed(RefreshToken token) {
        return sessions.refresh(token).orElseThrow().token();
    }
}
