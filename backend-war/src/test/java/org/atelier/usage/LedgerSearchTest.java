package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.provider.CallRecorder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerSearchTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    private final UUID answer = Database.newId();
    private final Instant before = Instant.now().minus(Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource(BOTH)
    void theLineOfAnAnswersLastAttemptIsFound(DataSource source) {
        try (var books = new LedgerFixture(source, folder.resolve("intents.log"))) {
            var search = new LedgerSearch(books.database);
            books.open(LedgerFixture.CHAT.as(Database.newId())).ended(LedgerFixture.completed("1"));
            for (int attempt = 1; attempt <= 2; attempt++) {
                attempt(books, attempt).ended(LedgerFixture.completed("1"));
            }
            books.awaitLines(3);
            var last = books.lines().stream()
                    .filter(line -> line.get("attempt").equals(2))
                    .findFirst()
                    .orElseThrow();
            assertThat(search.lineOf(answer, before)).contains((UUID) last.get("id"));
            assertThat(search.lineOf(answer, Instant.now().plusSeconds(60))).isEmpty();
            assertThat(search.lineOf(Database.newId(), before)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theLineOfACallThatACrashInterruptedIsFoundAfterTheNextStart(DataSource source) {
        var journal = folder.resolve("intents.log");
        try (var books = new LedgerFixture(source, journal)) {
            attempt(books, 1);
            assertThat(new LedgerSearch(books.database).lineOf(answer, before)).isEqualTo(Optional.empty());
        }
        try (var restarted = new LedgerFixture(source, journal)) {
            assertThat(new LedgerSearch(restarted.database).lineOf(answer, before))
                    .contains((UUID) restarted.only("id"));
            assertThat(restarted.only("charge")).isEqualTo("unknown");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void ofAJobThatWasRefusedAndThenTakenTheLineThatMayCostIsFoundHoweverTheClockStands(DataSource source) {
        try (var books = new LedgerFixture(source, folder.resolve("intents.log"))) {
            var search = new LedgerSearch(books.database);
            attempt(books, 1).ended(LedgerFixture.refused());
            books.awaitLines(1);
            assertThat(search.paidFor(answer)).isEmpty();

            attempt(books, 1).ended(LedgerFixture.accepted());
            books.awaitLines(2);
            attempt(books, 1).ended(LedgerFixture.refused());
            books.awaitLines(3);
            books.database.write(handle -> handle.execute(
                    "UPDATE ledger SET opened_at = TIMESTAMPTZ '1970-01-01 00:00:00+00' WHERE charge = 'unknown'"));

            var taken = books.lines().stream()
                    .filter(line -> line.get("charge").equals("unknown"))
                    .findFirst()
                    .orElseThrow();
            assertThat(search.paidFor(answer)).contains((UUID) taken.get("id"));
        }
    }

    private CallRecorder.PaidCall attempt(LedgerFixture books, int number) {
        return books.ledger
                .recorder(LedgerFixture.CHAT.as(answer))
                .opening(new CallRecorder.PaidRequest("demo/finch", number, false))
                .toCompletableFuture()
                .join();
    }
}
