package org.atelier.events;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atelier.web.Caller;

/** {@code GET /api/events}: all that happens to one person, so that a browser holds one connection for any number of pages. */
@WebServlet(urlPatterns = "/api/events", asyncSupported = true)
public class EventsServlet extends HttpServlet {
    @Inject
    private transient PersonEvents events;

    @Inject
    private transient Streams streams;

    @Inject
    private transient Event<Listening> listening;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var me = Caller.of(request).userId();
        var log = events.of(me);
        streams.followFrom(request, response, log, Streams.lastEventId(request).orElse(log.last()));
        listening.fire(new Listening(me));
    }
}
