package org.atelier.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** When each key was used last. Known exactly in memory; handed on to be written once in some minutes, however often a key is used. */
final class LastUses {
    static final Duration WRITTEN_EVERY = Duration.ofMinutes(5);

    private static final class Use {
        private volatile Instant seen;
        private final AtomicReference<Instant> written = new AtomicReference<>(Instant.MIN);
    }

    private final Map<UUID, Use> uses = new ConcurrentHashMap<>();
    private final BiConsumer<UUID, Instant> write;

    /** @param write must not block */
    LastUses(BiConsumer<UUID, Instant> write) {
        this.write = write;
    }

    /** As it was read. */
    void load(UUID key, Instant when) {
        var use = use(key);
        use.seen = when;
        use.written.set(when);
    }

    void note(UUID key, Instant now) {
        var use = use(key);
        use.seen = now;
        var written = use.written.get();
        if (written.isBefore(now.minus(WRITTEN_EVERY)) && use.written.compareAndSet(written, now)) {
            write.accept(key, now);
        }
    }

    Optional<Instant> of(UUID key) {
        return Optional.ofNullable(uses.get(key)).map(use -> use.seen);
    }

    void forget(UUID key) {
        uses.remove(key);
    }

    private Use use(UUID key) {
        return uses.computeIfAbsent(key, unused -> new Use());
    }
}
