package org.atelier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncedLogTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("intents.log");
    }

    @Test
    void whatWasAcknowledgedIsInTheFile() throws IOException {
        try (var log = new SyncedLog(file)) {
            log.append("first").join();
            log.append("zweite Zeile ä€😀").join();
            assertThat(SyncedLog.read(file)).containsExactly("first", "zweite Zeile ä€😀");
        }
    }

    @Test
    void aHalfLineThatACrashLeftIsCutOff() throws IOException {
        Files.writeString(file, "whole\nhal");
        assertThat(SyncedLog.read(file)).containsExactly("whole");
        try (var log = new SyncedLog(file)) {
            log.append("next").join();
        }
        assertThat(Files.readString(file)).isEqualTo("whole\nnext\n");
    }

    @Test
    void aRewriteKeepsWhatIsAppendedDuringIt() throws IOException {
        try (var log = new SyncedLog(file)) {
            var pending = new ArrayList<CompletableFuture<Void>>();
            IntStream.range(0, 100).forEach(i -> pending.add(log.append("before " + i)));
            pending.add(log.rewrite(() -> List.of("only this")));
            IntStream.range(0, 100).forEach(i -> pending.add(log.append("after " + i)));
            pending.forEach(CompletableFuture::join);
        }
        var lines = SyncedLog.read(file);
        assertThat(lines).hasSize(101).startsWith("only this", "after 0").endsWith("after 99");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void manyWritersLoseNothing() throws IOException {
        try (var log = new SyncedLog(file)) {
            IntStream.range(0, 2_000).parallel().forEach(i -> log.append("entry " + i)
                    .join());
        }
        assertThat(SyncedLog.read(file))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 2_000).mapToObj(i -> "entry " + i).toList());
    }

    @Test
    void whoIsInterruptedWhileItWritesClosesItForNobody() throws IOException {
        try (var log = new SyncedLog(file)) {
            Thread.currentThread().interrupt();
            log.append("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            log.append("next").join();
        }
        assertThat(SyncedLog.read(file)).containsExactly("interrupted", "next");
    }

    @Test
    void afterTheEndNothingIsTaken() throws IOException {
        var log = new SyncedLog(file);
        log.close();
        assertThatThrownBy(() -> log.append("too late").join()).hasCauseInstanceOf(DatabaseBusy.class);
    }

    @Test
    void anotherProcessFindsWholeLinesWhileItIsWritten() throws IOException {
        try (var log = new SyncedLog(file)) {
            log.append("whole").join();
            Files.writeString(file, "torn", StandardOpenOption.APPEND);
            assertThat(SyncedLog.read(file)).containsExactly("whole");
        }
    }
}
