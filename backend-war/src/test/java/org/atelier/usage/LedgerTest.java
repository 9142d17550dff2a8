package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.atelier.usage.LedgerFixture.CHAT;
import static org.atelier.usage.LedgerFixture.PERSON;
import static org.atelier.usage.LedgerFixture.completed;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.SyncedLog;
import org.atelier.web.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    @TempDir
    private Path folder;

    private Path journal() {
        return folder.resolve("intents.log");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aCompletedCallIsOneLineWithAllThatIsKnownOfIt(DataSource source) throws Exception {
        UUID conversation = Database.newId();
        UUID message = Database.newId();
        try (var books = new LedgerFixture(source, journal())) {
            books.open(Purpose.answer(PERSON, conversation, message)).ended(completed("0.00000012345"));
            books.awaitLines(1);
            assertThat(books.only("user_id")).isEqualTo(PERSON);
            assertThat(books.only("conversation_id")).isEqualTo(conversation);
            assertThat(books.only("message_id")).isEqualTo(message);
            assertThat(books.lines().get(0))
                    .containsEntry("kind", "text")
                    .containsEntry("route", "answer")
                    .containsEntry("attempt", 1)
                    .containsEntry("model_asked", "demo/finch")
                    .containsEntry("model_answered", "demo/finch-2")
                    .containsEntry("generation_id", "gen-1")
                    .containsEntry("outcome", "completed")
                    .containsEntry("charge", "certainly")
                    .containsEntry("prompt_tokens", 7L)
                    .containsEntry("completion_tokens", 11L)
                    .containsEntry("reasoning_tokens", 3L)
                    .containsEntry("cached_tokens", null)
                    .containsEntry("failure", null)
                    .containsEntry("latency_ms", 1234L)
                    .containsEntry("first_token_ms", 56L)
                    .containsEntry("demo", false);
            assertThat((BigDecimal) books.only("cost")).isEqualByComparingTo("0.0000001235");
        }
        assertThat(SyncedLog.read(journal())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theIntentIsOnDiskBeforeTheCallMayStart(DataSource source) throws Exception {
        try (var books = new LedgerFixture(source, journal())) {
            books.open(CHAT);
            assertThat(SyncedLog.read(journal())).singleElement().asString().contains(PERSON.toString(), "demo/finch");
            assertThat(books.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void anIntentWithoutALineBecomesUnknownAndItsReservationCountsAsSpent(DataSource source) {
        var reserved = new Purpose(
                PERSON,
                Kind.TEXT,
                Route.CHAT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("0.25")),
                Optional.empty());
        try (var died = new LedgerFixture(source, journal())) {
            died.open(reserved);
        }
        for (int start = 0; start < 3; start++) {
            try (var books = new LedgerFixture(source, journal())) {
                assertThat(books.only("outcome")).isEqualTo("unknown");
                assertThat(books.only("cost")).isNull();
                assertThat(books.spent()).isEqualByComparingTo("0.25");
                assertThat(journal()).isEmptyFile();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void anIntentThatOutlivedItsLineIsNotCountedTwice(DataSource source) throws Exception {
        var before = folder.resolve("before");
        try (var books = new LedgerFixture(source, journal())) {
            var call = books.open(CHAT);
            Files.copy(journal(), before);
            call.ended(completed("0.5"));
        }
        try (var books = new LedgerFixture(source, before)) {
            assertThat(books.only("outcome")).isEqualTo("completed");
            assertThat(books.spent()).isEqualByComparingTo("0.5");
            assertThat(before).isEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whileTheLedgerCannotBeWrittenTheJournalKeepsTheCallAndItsOutcomeFollows(DataSource source) throws Exception {
        try (var books = new LedgerFixture(source, journal())) {
            rename(books.database, "ledger", "away");
            var call = books.open(CHAT);
            call.ended(completed("0.5"));
            assertThat(SyncedLog.read(journal())).hasSize(1);
            rename(books.database, "away", "ledger");
            books.awaitLines(1);
            assertThat(books.only("outcome")).isEqualTo("completed");
            assertThat(books.spent()).isEqualByComparingTo("0.5");
        }
        assertThat(journal()).isEmptyFile();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void noPaidCallBeginsWhileTheLedgerIsTooFarBehind(DataSource source) {
        try (var books = new LedgerFixture(source, journal(), 64 << 20)) {
            var hold = new CompletableFuture<Void>();
            books.database.submit(handle -> hold.join());
            var calls = Stream.generate(() -> books.opening(CHAT))
                    .limit(Settlement.MOST_BEHIND)
                    .toList();
            calls.forEach(call -> call.join().ended(completed("0.0001")));
            assertThatThrownBy(() -> books.open(CHAT)).hasCauseInstanceOf(Problem.class);
            hold.complete(null);
            Awaited.until("a call may begin again", () -> {
                var call = books.opening(CHAT);
                call.thenAccept(open -> open.ended(completed("0.0001")));
                return call.handle((open, refused) -> refused == null).join();
            });
        }
        assertThat(journal()).isEmptyFile();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatTheServerStillKnewWhenItEndedInOrderIsInTheLedger(DataSource source) {
        try (var books = new LedgerFixture(source, journal())) {
            for (int i = 0; i < 200; i++) {
                books.open(CHAT).ended(completed("0.01"));
            }
        }
        assertThat(journal()).isEmptyFile();
        try (var books = new LedgerFixture(source, journal())) {
            assertThat(books.lines()).hasSize(200).allSatisfy(line -> assertThat(line.get("outcome"))
                    .isEqualTo("completed"));
            assertThat(books.spent()).isEqualByComparingTo("2");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void nothingThatAProviderSaysKeepsALineOutOfTheLedger(DataSource source) {
        try (var books = new LedgerFixture(source, journal())) {
            for (var cost : new String[] {"-1", "1E+300", "99999999.99999999999", "1E-300", "1E-999999999", null}) {
                books.open(CHAT).ended(completed(cost));
            }
            books.awaitLines(6);
            assertThat(books.lines())
                    .extracting(line -> line.get("cost"))
                    .filteredOn(cost -> cost != null)
                    .hasSize(1);
        }
    }

    private static void rename(Database database, String from, String to) {
        database.write(handle -> handle.execute("ALTER TABLE " + from + " RENAME TO " + to));
    }
}
