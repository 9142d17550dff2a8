package org.atelier.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What it takes to have a line of a journal on this disk, which no gateway that keeps one can be faster than. */
final class DiskSync {
    private static final int LINE_BYTES = 400;

    private DiskSync() {}

    /** @param pause milliseconds before each sync: a machine that had nothing to do takes longer to wake up than the disk to write */
    static Samples measure(Path folder, int lines, int pause) throws IOException, InterruptedException {
        var samples = new Samples();
        var file = Files.createTempFile(folder, "sync", ".log");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (int line = 0; line < lines; line++) {
                Thread.sleep(pause);
                var begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(LINE_BYTES));
                channel.force(false);
                samples.add(System.nanoTime() - begin);
            }
        } finally {
            Files.delete(file);
        }
        return samples;
    }
}
