package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory that a test may fill and close to writers; mounting needs root on Linux. */
final class SmallDisk implements AutoCloseable {
    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Skips the test, and says why, where nothing can be mounted. */
    static SmallDisk at(Path place, int megabytes) {
        try {
            Files.createDirectories(place);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var said = run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "none", place.toString());
        assumeTrue(said.isEmpty(), "A disk that can be filled has to be mounted, which needs root on Linux: " + said);
        return new SmallDisk(place);
    }

    /** Takes all the room that is left. */
    void fill() {
        try (var file = Files.newOutputStream(filler())) {
            var zeros = new byte[4096];
            while (true) {
                file.write(zeros);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    void makeRoom() {
        try {
            Files.delete(filler());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path filler() {
        return place.resolve("work").resolve("filler");
    }

    void closeToWriters() {
        remount("ro");
    }

    void openToWriters() {
        remount("rw");
    }

    private void remount(String how) {
        assertThat(run("mount", "-o", "remount," + how, place.toString())).isEmpty();
    }

    @Override
    public void close() {
        run("umount", "-l", place.toString());
    }

    /** @return empty when it worked, else what was said */
    private static String run(String... words) {
        try {
            var process =
                    new ProcessBuilder(List.of(words)).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? "" : said + " (status " + process.exitValue() + ")";
        } catch (IOException noSuchCommand) {
            return noSuchCommand.getMessage();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
