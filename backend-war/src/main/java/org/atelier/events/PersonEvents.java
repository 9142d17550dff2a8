package org.atelier.events;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.atelier.users.PersonGone;

/**
 * One bounded log per person who listens or listened a moment ago. Numbers start at the time in microseconds, so that one from before
 * a restart is recognised as too old.
 */
@ApplicationScoped
public class PersonEvents {
    private static final int BYTES_PER_PERSON = 1 << 20;

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final ConcurrentHashMap<UUID, EventLog> logs = new ConcurrentHashMap<>();

    /** Tells a person's open pages. @param json asked for only if anybody could read it */
    public void publish(UUID userId, String event, Supplier<byte[]> json) {
        var log = logs.get(userId);
        if (log != null) {
            log.append(event, json.get());
        }
    }

    /** @return whether a page of that person follows at this moment */
    public boolean listens(UUID userId) {
        var log = logs.get(userId);
        return log != null && log.isFollowed();
    }

    EventLog of(UUID userId) {
        logs.values().removeIf(log -> log.abandonedFor(KEPT));
        return logs.computeIfAbsent(userId, id -> new EventLog(System.currentTimeMillis() * 1000, BYTES_PER_PERSON));
    }

    /** Ends the streams of somebody who is gone. */
    void forget(@Observes PersonGone gone) {
        var log = logs.remove(gone.userId());
        if (log != null) {
            log.close();
        }
    }

    @PreDestroy
    void stop() {
        logs.values().forEach(EventLog::close);
    }
}
