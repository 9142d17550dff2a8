package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atelier.database.Database;
import org.atelier.database.SyncedLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final int CALLERS = 16;
    private static final int CALLS = 500;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("intents.log");
    }

    @Test
    void whatIsOpenIsThereAgainAfterAReopening() throws IOException {
        var intent = intent();
        try (var journal = new Journal(file, 1 << 20)) {
            journal.announce(intent).join();
        }
        try (var journal = new Journal(file, 1 << 20)) {
            assertThat(journal.open()).containsExactly(intent);
        }
    }

    @Test
    void garbageHidesNoIntentAndIsKeptAside() throws IOException {
        var intent = intent();
        Files.writeString(file, "{\"id\":\n");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\n'}, StandardOpenOption.APPEND);
        Files.writeString(file, "null\n\n" + intent.line() + "\n", StandardOpenOption.APPEND);
        Files.writeString(file, intent.line().substring(0, 50), StandardOpenOption.APPEND);
        try (var journal = new Journal(file, 1 << 20)) {
            assertThat(journal.open()).containsExactly(intent);
            journal.compact().join();
        }
        assertThat(SyncedLog.read(file)).hasSize(1);
        assertThat(folder.resolve("intents.log.unreadable")).isNotEmptyFile();
    }

    @Test
    void fieldsOfANewerVersionAreIgnored() {
        var intent = intent();
        var newer = intent.line().replaceFirst("\\{", "{\"later\":[1],");
        assertThat(Intent.parse(newer)).contains(intent);
    }

    @Test
    void aLineOfAVersionWithoutKeysIsAnIntentWithoutOne() {
        var intent = intent();
        var older = intent.line().replace(",\"key_id\":null", "");
        assertThat(older).doesNotContain("key_id").isNotEqualTo(intent.line());
        assertThat(Intent.parse(older)).contains(intent);
    }

    @Test
    void theFileShrinksWhileCallsComeAndGo() throws IOException {
        try (var journal = new Journal(file, 10_000)) {
            for (int i = 0; i < 300; i++) {
                var intent = intent();
                journal.announce(intent).join();
                journal.settled(List.of(intent.id()));
            }
            Awaited.until("it is compacted", () -> file.toFile().length() < 20_000);
        }
    }

    /** The file is read at any moment as a crash would leave it, while it is rewritten all the time. */
    @Test
    void compactionUnderLoadLosesNoOpenIntent() throws Exception {
        Set<UUID> surelyOpen = ConcurrentHashMap.newKeySet();
        var callers = Executors.newFixedThreadPool(CALLERS);
        try (var journal = new Journal(file, 1_000)) {
            var running = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(caller -> callers.submit(() -> comeAndGo(journal, surelyOpen)))
                    .toList();
            int looks = 0;
            while (running.stream().anyMatch(caller -> !caller.isDone())) {
                var before = Set.copyOf(surelyOpen);
                var inFile = SyncedLog.read(file).stream()
                        .map(line -> Intent.parse(line).orElseThrow().id())
                        .collect(Collectors.toSet());
                var open = new HashSet<>(before);
                open.retainAll(surelyOpen);
                assertThat(inFile).containsAll(open);
                looks++;
            }
            assertThat(looks).isPositive();
            for (var caller : running) {
                caller.get();
            }
            assertThat(file.toFile().length()).isLessThan(CALLERS * CALLS * 100L);
        } finally {
            callers.shutdownNow();
        }
    }

    private static void comeAndGo(Journal journal, Set<UUID> surelyOpen) {
        for (int i = 0; i < CALLS; i++) {
            var intent = intent();
            journal.announce(intent).join();
            surelyOpen.add(intent.id());
            if (ThreadLocalRandom.current().nextInt(50) > 0) {
                surelyOpen.remove(intent.id());
                journal.settled(List.of(intent.id()));
            }
        }
    }

    static Intent intent() {
        return new Intent(
                Database.newId(),
                Database.newId(),
                Kind.TEXT,
                Route.CHAT,
                Optional.empty(),
                Optional.of(Database.newId()),
                Optional.empty(),
                "demo/finch",
                1,
                true,
                Instant.now(),
                Optional.empty());
    }
}
