package org.atelier.events;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.atelier.users.SignedOut;
import org.atelier.web.Caller;

/** Every open stream of this server with the sign-in that it belongs to, and the one clock that keeps them all alive with a comment line. */
@ApplicationScoped
public class Streams {
    private static final int HEARTBEAT_SECONDS = 15;

    private final Map<EventStream, UUID> open = new ConcurrentHashMap<>();
    private ScheduledExecutorService clock;

    @PostConstruct
    void start() {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "stream-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(
                () -> open.keySet().forEach(EventStream::beat), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    /** @return how many are open at this moment */
    public int open() {
        return open.size();
    }

    /** Who is signed out reads no further. */
    void signedOut(@Observes SignedOut event) {
        open.forEach((stream, session) -> {
            if (session.equals(event.sessionId())) {
                stream.cut();
            }
        });
    }

    /**
     * Lets the requester follow a log from now on.
     *
     * @param after the number of the last event that the requester has
     */
    public void follow(HttpServletRequest request, HttpServletResponse response, EventLog log, long after)
            throws IOException {
        writeHeaders(response);
        begin(request.startAsync(), log, after, Frame.HEARTBEAT, () -> {});
    }

    /** As {@link #follow}; says at once where it starts, so that a reader can resume before the first event. */
    void followFrom(HttpServletRequest request, HttpServletResponse response, EventLog log, long after)
            throws IOException {
        writeHeaders(response);
        begin(request.startAsync(), log, after, Frame.of(after, "ready", Frame.EMPTY), () -> {});
    }

    /**
     * Sends a whole log as the answer to a request that waits already; nothing leaves, headers neither, before something is appended.
     *
     * @param gone told when the log has been sent or the requester has left
     */
    public void send(AsyncContext context, EventLog log, Runnable gone) throws IOException {
        begin(context, log, log.beforeFirst(), Frame.NOTHING, gone);
    }

    private void begin(AsyncContext context, EventLog log, long after, byte[] greeting, Runnable gone)
            throws IOException {
        context.setTimeout(0);
        var out = context.getResponse().getOutputStream();
        var stream = new EventStream(context, out, log, after, ended -> {
            open.remove(ended);
            gone.run();
        });
        open.put(stream, Caller.of((HttpServletRequest) context.getRequest()).sessionId());
        stream.begin(greeting);
    }

    /** What makes every hop pass events on at once. */
    public static void writeHeaders(HttpServletResponse response) {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
    }

    /** @return the number that a reader says it has seen last; absent or nonsense is nothing */
    public static OptionalLong lastEventId(HttpServletRequest request) {
        var id = request.getHeader("Last-Event-ID");
        try {
            return id == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(id.strip()));
        } catch (NumberFormatException nonsense) {
            return OptionalLong.empty();
        }
    }
}
