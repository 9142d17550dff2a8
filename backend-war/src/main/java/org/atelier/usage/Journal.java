package org.atelier.usage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.atelier.database.SyncedLog;

/**
 * The intents whose ledger line is not on disk yet. An intent enters memory before it enters the file and leaves memory only after
 * its line was committed, so that whenever the file is rewritten from memory, none is lost.
 */
final class Journal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());

    private final ConcurrentHashMap<UUID, Intent> open = new ConcurrentHashMap<>();
    private final AtomicBoolean compacting = new AtomicBoolean();
    private final SyncedLog log;
    private final long limit;
    private volatile long compactedSize;

    /** @param limit bytes beyond which settled intents are thrown out of the file */
    Journal(Path file, long limit) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.limit = limit;
        load(file);
        this.log = new SyncedLog(file);
        this.compactedSize = log.size();
    }

    private void load(Path file) throws IOException {
        var unreadable = new ArrayList<String>();
        for (var line : SyncedLog.read(file)) {
            Intent.parse(line).ifPresentOrElse(intent -> open.put(intent.id(), intent), () -> unreadable.add(line));
        }
        if (!unreadable.isEmpty()) {
            var kept = file.resolveSibling(file.getFileName() + ".unreadable");
            Files.write(kept, unreadable, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} lines of the money journal cannot be read; they are kept in {1}.",
                    unreadable.size(),
                    kept);
        }
    }

    /** @return completed when the intent is on disk */
    CompletableFuture<Void> announce(Intent intent) {
        open.put(intent.id(), intent);
        return log.append(intent.line()).whenComplete((done, failed) -> {
            if (failed != null) {
                open.remove(intent.id());
            }
        });
    }

    /** To be called when the ledger line is on disk. */
    void settled(Collection<UUID> ids) {
        ids.forEach(open::remove);
        if (log.size() > Math.max(limit, 2 * compactedSize) && compacting.compareAndSet(false, true)) {
            compact().whenComplete((done, failed) -> compacting.set(false));
        }
    }

    /** Leaves nothing in the file but what is open; if that fails, the file stays as it was, which is only longer. */
    CompletableFuture<Void> compact() {
        return log.rewrite(() -> open.values().stream().map(Intent::line).toList())
                .handle((done, failed) -> {
                    compactedSize = log.size();
                    if (failed != null) {
                        LOG.log(System.Logger.Level.WARNING, "The money journal could not be compacted.", failed);
                    }
                    return null;
                });
    }

    List<Intent> open() {
        return List.copyOf(open.values());
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
