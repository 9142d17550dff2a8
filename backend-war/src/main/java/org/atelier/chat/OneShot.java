package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.database.Database;
import org.atelier.events.EventLog;
import org.atelier.events.Streams;
import org.atelier.provider.ChatRequest;
import org.atelier.usage.Ledger;
import org.atelier.usage.Purpose;
import org.atelier.usage.Route;
import org.atelier.web.Caller;
import org.atelier.web.RequestId;

/**
 * Text that is kept nowhere: one paid call for one request, ended upstream when its caller goes. No thread waits for the provider; what
 * it sends is passed on by whoever brings it.
 */
@ApplicationScoped
class OneShot {
    private final ModelChoice models;
    private final ProviderConnection provider;
    private final Ledger ledger;
    private final Streams streams;

    @Inject
    OneShot(ModelChoice models, ProviderConnection provider, Ledger ledger, Streams streams) {
        this.models = models;
        this.provider = provider;
        this.ledger = ledger;
        this.streams = streams;
    }

    /** For the container's proxy only. */
    protected OneShot() {
        this(null, null, null, null);
    }

    /** Answers the request, at once with a stream or later with the whole. */
    void answer(HttpServletRequest request, HttpServletResponse response, Route route, Question question)
            throws IOException {
        var caller = Caller.of(request);
        var upstream = new ChatRequest(
                models.of(caller, question.model()).id(),
                question.messages(),
                question.temperature(),
                question.maxTokens(),
                Optional.of(caller.userId().toString()),
                Map.of());
        var recorder = ledger.recorder(Purpose.text(caller.userId(), route));
        var requestId = RequestId.of(request);
        var context = request.startAsync();
        context.setTimeout(0);
        if (question.stream()) {
            var log = new EventLog(1);
            var relay = new OneShotStream(Database.newId(), route, response, requestId, log);
            streams.send(context, log, relay::listenerGone);
            relay.producedBy(provider.client().stream(upstream, recorder, relay));
        } else {
            var reply = new OneShotReply(Database.newId(), route, context, requestId);
            reply.answeredBy(provider.client().complete(upstream, recorder));
        }
    }
}
