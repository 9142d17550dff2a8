package org.atelier.media;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Copies a part of a file to its reader as the socket takes it: no thread waits, and no more than a portion is in memory. */
final class FileSender implements WriteListener {
    private static final int PORTION = 64 * 1024;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final FileChannel file;
    private final ByteBuffer portion;
    private long position;
    private long left;

    private FileSender(AsyncContext context, FileChannel file, ByteRange range) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.file = file;
        this.position = range.first();
        this.left = range.length();
        this.portion = ByteBuffer.allocate((int) Math.min(PORTION, left));
    }

    /** @throws IOException if the file cannot be opened; then nothing was begun */
    static void send(Supplier<AsyncContext> begin, Path path, ByteRange range) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.READ);
        var context = begin.get();
        context.setTimeout(0);
        var sender = new FileSender(context, file, range);
        sender.out.setWriteListener(sender);
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (left == 0) {
                end();
                return;
            }
            portion.clear().limit((int) Math.min(portion.capacity(), left));
            int read = file.read(portion, position);
            if (read <= 0) {
                throw new IOException("the file is shorter than it was");
            }
            position += read;
            left -= read;
            out.write(portion.array(), 0, read);
        }
    }

    @Override
    public void onError(Throwable readerGone) {
        end();
    }

    private void end() {
        try {
            file.close();
        } catch (IOException closed) {
            // Nothing was written to it.
        }
        context.complete();
    }
}
