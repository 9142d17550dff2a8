package org.atelier.events;

import java.util.List;
import java.util.UUID;

/** A page of somebody that follows, as far as the server can tell. */
public final class Listener implements AutoCloseable {
    private final EventLog log;
    private final long after;
    private final Runnable nudge = () -> {};

    public Listener(PersonEvents events, UUID person) {
        log = events.of(person);
        after = log.last();
        log.follow(nudge);
    }

    /** @return what was told since it came */
    public List<LogText.Event> heard() {
        return LogText.events(log).stream().filter(event -> event.id() > after).toList();
    }

    @Override
    public void close() {
        log.unfollow(nudge);
    }
}
