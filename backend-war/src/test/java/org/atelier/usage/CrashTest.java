package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.usage.LedgerFixture.CHAT;
import static org.atelier.usage.LedgerFixture.completed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atelier.database.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash is a copy of the files at that moment, opened again. */
class CrashTest {
    @TempDir
    private Path folder;

    private static final List<Intent> THREE = List.of(JournalTest.intent(), JournalTest.intent(), JournalTest.intent());
    private static final byte[] BYTES = THREE.stream()
            .map(intent -> intent.line() + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void aJournalCutAnywhereStillHasEachIntentThatWasWhole() throws IOException {
        for (int length = 0; length <= BYTES.length; length++) {
            var cut = Files.write(folder.resolve("intents.log"), Arrays.copyOf(BYTES, length));
            long whole =
                    IntStream.range(0, length).filter(at -> BYTES[at] == '\n').count();
            try (var journal = new Journal(cut, 1 << 20)) {
                assertThat(journal.open())
                        .as("cut after %d bytes", length)
                        .containsExactlyInAnyOrderElementsOf(THREE.subList(0, (int) whole));
            }
        }
    }

    @Test
    void eachWholeIntentOfACutJournalBecomesOneUnknownLine() throws IOException {
        var source = TestDatabases.migrated(TestDatabases.duckdb());
        int line = BYTES.length / THREE.size();
        for (int whole = 0; whole < THREE.size(); whole++) {
            var cut = Files.write(folder.resolve("intents.log"), Arrays.copyOf(BYTES, whole * line + line / 2));
            for (int start = 0; start < 2; start++) {
                try (var books = new LedgerFixture(source, cut)) {
                    assertThat(books.lines()).hasSize(whole).allSatisfy(row -> assertThat(row.get("outcome"))
                            .isEqualTo("unknown"));
                }
                assertThat(cut).isEmptyFile();
            }
        }
    }

    @Test
    void aCrashAtAnyStepLeavesEachCallInTheLedgerOnce() throws IOException {
        var home = Files.createDirectory(folder.resolve("home"));
        try (var books = new LedgerFixture(
                TestDatabases.migrated(TestDatabases.duckdb(home.resolve("app.db"))), home.resolve("intents.log"))) {
            assertOutcomes(crashed(home, "before anything"));
            var first = books.open(CHAT);
            assertOutcomes(crashed(home, "announced"), "unknown");
            var second = books.open(CHAT);
            first.ended(completed("0.1"));
            books.awaitLines(1);
            assertOutcomes(crashed(home, "settled, not yet dropped"), "completed", "unknown");
            second.ended(completed("0.1"));
            books.awaitLines(2);
            assertOutcomes(crashed(home, "both settled"), "completed", "completed");
            Files.writeString(home.resolve("intents.log.new"), "{\"half");
            assertOutcomes(crashed(home, "in the middle of a compaction"), "completed", "completed");
        }
        assertOutcomes(crashed(home, "stopped in order"), "completed", "completed");
    }

    /** Recovers twice, because a server may crash again while it starts. */
    private void assertOutcomes(Path crashed, String... outcomes) {
        for (int start = 0; start < 2; start++) {
            var source = TestDatabases.duckdb(crashed.resolve("app.db"));
            try (var books = new LedgerFixture(source, crashed.resolve("intents.log"))) {
                assertThat(books.lines())
                        .as("%s, start %d", crashed.getFileName(), start)
                        .extracting(line -> line.get("outcome"))
                        .isEqualTo(List.of(outcomes));
            }
        }
    }

    private Path crashed(Path home, String when) throws IOException {
        var copy = Files.createDirectory(folder.resolve(when));
        try (var files = Files.list(home)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }
}
