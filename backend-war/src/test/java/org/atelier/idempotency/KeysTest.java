package org.atelier.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.users.PersonGone;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";
    private static final String QUESTION = "What is a lark?";
    private static final String OTHER = "What is a wren?";

    private final RequestKey key = key("/api/ai/chat", "k");
    private final UUID run = Database.newId();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Movable clock = new Movable();

    @AfterEach
    void close() throws Exception {
        for (var one : opened) {
            one.close();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theSameRequestGetsTheAnswerThatWasKept(DataSource source) {
        var keys = keys(new Database(source));
        keys.answered(begun(keys, key), "{\"text\":\"a bird\"}").join();
        assertThat(keys.claim(key, QUESTION)).isEqualTo(new Claim.Answered(run, Optional.of("{\"text\":\"a bird\"}")));
        assertThat(keys.claim(key, QUESTION)).isInstanceOf(Claim.Answered.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void anotherBodyIsRefusedWhileTheFirstRunsAndAfterwards(DataSource source) {
        var keys = keys(new Database(source));
        var claim = begun(keys, key);
        assertRefused(ProblemType.VALIDATION_FAILED, () -> keys.claim(key, OTHER));
        keys.answered(claim, "{}").join();
        assertRefused(ProblemType.VALIDATION_FAILED, () -> keys.claim(key, OTHER));
        assertThat(keys.claim(key, QUESTION)).isInstanceOf(Claim.Answered.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whoComesWhileItRunsIsToldWhenToComeAgain(DataSource source) {
        var keys = keys(new Database(source));
        begun(keys, key);
        assertThat(assertRefused(ProblemType.CONFLICT, () -> keys.claim(key, QUESTION))
                        .retryAfter())
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theKeysOfWhoeverIsGoneAreErasedAndNoOthers(DataSource source) {
        var database = new Database(source);
        var keys = keys(database);
        for (int i = 0; i < 3; i++) {
            keys.answered(begun(keys, new RequestKey(key.userId(), "/api/ai/chat", "k" + i)), "{}")
                    .join();
        }
        var other = new RequestKey(UUID.randomUUID(), "/api/ai/chat", "k0");
        keys.answered(begun(keys, other), "{}").join();

        keys.erase(new PersonGone(key.userId()));

        assertThat(database.<Long>read(handle -> handle.createQuery("SELECT count(*) FROM idempotency_key")
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(1);
        assertThat(keys.claim(other, QUESTION)).isInstanceOf(Claim.Answered.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void ofManyAtOnceOneIsFresh(DataSource source) throws Exception {
        var keys = keys(new Database(source));
        var together = new CyclicBarrier(16);
        Callable<Boolean> attempt = () -> {
            together.await();
            try {
                keys.take((Claim.Fresh) keys.claim(key, QUESTION), run);
                return true;
            } catch (Problem running) {
                return false;
            }
        };
        var pool = Executors.newFixedThreadPool(16);
        opened.add(pool::shutdownNow);
        var fresh = 0;
        for (var one : pool.invokeAll(Stream.generate(() -> attempt).limit(16).collect(Collectors.toList()))) {
            fresh += one.get() ? 1 : 0;
        }
        assertThat(fresh).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatACrashInterruptedIsUnsettledAtTheNextStart(DataSource source) {
        var database = new Database(source);
        begun(keys(database), key);
        var restarted = keys(database);
        assertThat(restarted.claim(key, QUESTION)).isEqualTo(new Claim.Unsettled(run));
        assertRefused(ProblemType.VALIDATION_FAILED, () -> restarted.claim(key, OTHER));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aRunThatBrokeOffStaysUnsettled(DataSource source) {
        var keys = keys(new Database(source));
        keys.unsettled(begun(keys, key)).join();
        assertThat(keys.claim(key, QUESTION)).isEqualTo(new Claim.Unsettled(run));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aRunThatCostNothingGivesItsKeyBackForAnyBody(DataSource source) {
        var keys = keys(new Database(source));
        keys.notCharged(begun(keys, key)).join();
        var second = (Claim.Fresh) keys.claim(key, OTHER);
        var other = Database.newId();
        keys.take(second, other);
        keys.answered(second, "{}").join();
        assertThat(keys.claim(key, OTHER)).isEqualTo(new Claim.Answered(other, Optional.of("{}")));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aKeyCountsForOnePersonAndOnePath(DataSource source) {
        var keys = keys(new Database(source));
        keys.answered(begun(keys, key), "{}").join();
        assertThat(keys.claim(new RequestKey(UUID.randomUUID(), key.path(), key.given()), QUESTION))
                .isInstanceOf(Claim.Fresh.class);
        assertThat(keys.claim(new RequestKey(key.userId(), "/api/generate/text", key.given()), OTHER))
                .isInstanceOf(Claim.Fresh.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aKeyIsKeptForADay(DataSource source) {
        var keys = keys(new Database(source));
        keys.answered(begun(keys, key), "{}").join();
        clock.forward(Duration.ofHours(23));
        assertThat(keys.claim(key, QUESTION)).isInstanceOf(Claim.Answered.class);
        clock.forward(Duration.ofHours(1).plusSeconds(1));
        var again = (Claim.Fresh) keys.claim(key, OTHER);
        keys.take(again, Database.newId());
        keys.answered(again, "{\"new\":true}").join();
        assertThat(((Claim.Answered) keys.claim(key, OTHER)).answer()).contains("{\"new\":true}");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void expiredKeysAreRemovedAndOthersStay(DataSource source) {
        var database = new Database(source);
        var keys = keys(database);
        for (int i = 0; i < 450; i++) {
            clock.forward(Duration.ofMillis(i % 3));
            begun(keys, key("/api/ai/chat", "old " + i));
        }
        clock.forward(Duration.ofHours(26));
        keys.answered(begun(keys, key), "{}").join();
        keys.purge();
        assertThat(database.<Integer>read(handle -> handle.createQuery("SELECT count(*) FROM idempotency_key")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(1);
        assertThat(keys.claim(key, QUESTION)).isInstanceOf(Claim.Answered.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void anAnswerThatIsTooLongToBeKeptLeavesTheKeyUnsettled(DataSource source) {
        var keys = keys(new Database(source));
        keys.answered(begun(keys, key), "x".repeat(Keys.MOST_CHARACTERS + 1)).join();
        assertThat(keys.claim(key, QUESTION)).isInstanceOf(Claim.Unsettled.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aKeyIsStoredTogetherWithWhatItStandsForOrNotAtAll(DataSource source) {
        var database = new Database(source);
        var keys = keys(database);
        var claim = (Claim.Fresh) keys.claim(key, QUESTION);
        assertThatThrownBy(() -> database.write(handle -> {
                    keys.takeAnswered(handle, claim, run);
                    throw new IllegalStateException("the rows were refused");
                }))
                .isInstanceOf(IllegalStateException.class);
        keys.leave(claim);
        var again = (Claim.Fresh) keys.claim(key, QUESTION);
        database.write(handle -> {
            keys.takeAnswered(handle, again, run);
            return null;
        });
        keys.leave(again);
        assertThat(keys(database).claim(key, QUESTION)).isEqualTo(new Claim.Answered(run, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void ofTwoServersOnOneDatabaseOneMayRun(DataSource source) {
        var database = new Database(source);
        var here = keys(database);
        var there = keys(database);
        var mine = (Claim.Fresh) here.claim(key, QUESTION);
        var theirs = (Claim.Fresh) there.claim(key, QUESTION);
        here.take(mine, run);
        assertRefused(ProblemType.CONFLICT, () -> there.take(theirs, Database.newId()));
    }

    private Keys keys(Database database) {
        var keys = new Keys(database, clock);
        keys.start();
        opened.add(keys::stop);
        opened.add(database);
        return keys;
    }

    private Claim.Fresh begun(Keys keys, RequestKey of) {
        var claim = (Claim.Fresh) keys.claim(of, QUESTION);
        keys.take(claim, run);
        return claim;
    }

    private static RequestKey key(String path, String given) {
        return new RequestKey(UUID.randomUUID(), path, given);
    }

    private static Problem assertRefused(ProblemType type, Runnable request) {
        var refusal = org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, request::run);
        assertThat(refusal.type()).isEqualTo(type);
        return refusal;
    }

    /** Stands still until it is moved. */
    private static final class Movable extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
