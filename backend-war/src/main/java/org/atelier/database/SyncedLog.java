package org.atelier.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A text file that only grows, one line an entry; an entry's stage completes when it is on disk. All that wait share one sync, which
 * takes a fifth of a database commit: fast enough to stand in front of every paid request.
 */
public final class SyncedLog implements AutoCloseable {
    private record Entry(String line, Supplier<List<String>> replacement, CompletableFuture<Void> result) {}

    private final Path file;
    private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(20_000);
    private final Thread thread;

    /** Lets those who waited go on, which takes a while too, so that the next sync begins meanwhile. */
    private final ExecutorService teller;

    /** Whoever writes or syncs holds it. */
    private final ReentrantLock disk = new ReentrantLock();

    /** At the file's end. Not a channel, which closes when whoever uses it is interrupted. */
    private RandomAccessFile out;

    /** What was accepted and is not on disk yet. */
    private final AtomicInteger accepted = new AtomicInteger();

    private volatile boolean closing;
    private volatile long size;

    /** Opens the file, or makes it, and appends behind what is there. */
    public SyncedLog(Path file) throws IOException {
        this.file = file;
        this.out = open(file);
        cutTo(wholeLines());
        this.teller = Executors.newSingleThreadExecutor(task -> daemon(task, file.getFileName() + "-told"));
        this.thread = daemon(this::work, file.getFileName().toString());
        thread.start();
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, "log-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /** @return whole lines of the file in their order; a last line that a crash cut short is left out */
    public static List<String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        // Unlike readString this gets past bytes that are no UTF-8, so that one spoilt line does not hide the others.
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Waits for the disk itself, if nobody else does. @param line without a line break */
    public CompletableFuture<Void> append(String line) {
        var entry = new Entry(line, null, new CompletableFuture<>());
        return atOnce(entry) ? entry.result() : enqueue(entry);
    }

    /** By its own thread, if the disk is free and nobody waits for it: to wake another one would take nearly as long as the disk. */
    private boolean atOnce(Entry entry) {
        if (accepted.get() > 0 || !disk.tryLock()) {
            return false;
        }
        try {
            if (closing || accepted.get() > 0) {
                return false;
            }
            write(List.of(entry));
            entry.result().complete(null);
        } catch (Throwable failed) {
            entry.result().completeExceptionally(failed);
        } finally {
            disk.unlock();
        }
        return true;
    }

    /**
     * Replaces the file by other lines, atomically; entries appended before are gone, those appended after follow the new lines.
     *
     * @param lines asked on the log's own thread, when all earlier entries are on disk
     */
    public CompletableFuture<Void> rewrite(Supplier<List<String>> lines) {
        return enqueue(new Entry(null, lines, new CompletableFuture<>()));
    }

    /** @return bytes in the file */
    public long size() {
        return size;
    }

    private CompletableFuture<Void> enqueue(Entry entry) {
        accepted.incrementAndGet();
        if (closing || !waiting.offer(entry)) {
            accepted.decrementAndGet();
            return CompletableFuture.failedFuture(new DatabaseBusy());
        }
        return entry.result();
    }

    private void work() {
        var batch = new ArrayList<Entry>();
        while (!closing || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    share(batch);
                    tell(batch, result -> result.complete(null));
                }
            } catch (InterruptedException stop) {
                closing = true;
            } catch (Throwable failed) {
                tell(batch, result -> result.completeExceptionally(failed));
            } finally {
                accepted.addAndGet(-batch.size());
                batch.clear();
            }
        }
    }

    private void share(List<Entry> batch) throws IOException {
        disk.lock();
        try {
            waiting.drainTo(batch);
            write(batch);
        } finally {
            disk.unlock();
        }
    }

    /** One by itself is told at once, since waking another thread would be what takes longest. */
    private void tell(List<Entry> batch, Consumer<CompletableFuture<Void>> end) {
        if (batch.size() == 1 && waiting.isEmpty()) {
            end.accept(batch.get(0).result());
            return;
        }
        var results = batch.stream().map(Entry::result).toList();
        teller.execute(() -> results.forEach(end));
    }

    /** @return how long the file is without what a crash left of a last line, to which the next entry would stick */
    private long wholeLines() throws IOException {
        var bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void cutTo(long length) throws IOException {
        out.setLength(length);
        out.seek(length);
        size = length;
    }

    private void write(List<Entry> batch) throws IOException {
        try {
            writeAll(batch);
            size = out.getFilePointer();
        } catch (IOException failed) {
            // A full disk leaves half a line behind, which the next entry would stick to.
            cutTo(size);
            throw failed;
        }
    }

    private void writeAll(List<Entry> batch) throws IOException {
        var text = new StringBuilder();
        for (var entry : batch) {
            if (entry.line() != null) {
                text.append(entry.line()).append('\n');
            } else if (entry.replacement() != null) {
                flush(out, text);
                text.setLength(0);
                replace(entry.replacement().get());
            }
        }
        flush(out, text);
    }

    private void replace(List<String> lines) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        var replacement = open(next);
        flush(replacement, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var before = out;
        out = replacement;
        size = out.getFilePointer();
        before.close();
        syncFolder();
    }

    /** Until the folder is synced a power cut may bring the old file back, without what was appended to the new one. */
    private void syncFolder() {
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notOffered) {
            // Windows does not open folders; its file systems order renames by themselves.
        }
    }

    private static void flush(RandomAccessFile out, StringBuilder text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
    }

    private static RandomAccessFile open(Path file) throws IOException {
        return new RandomAccessFile(file.toFile(), "rw");
    }

    @Override
    public void close() throws IOException {
        closing = true;
        // Nothing but a reason to wake up.
        waiting.offer(new Entry(null, null, new CompletableFuture<>()));
        try {
            thread.join(10_000);
            if (!thread.isAlive()) {
                teller.shutdown();
                teller.awaitTermination(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        disk.lock();
        try {
            out.close();
        } finally {
            disk.unlock();
        }
    }
}
