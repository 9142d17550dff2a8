package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.events.EventLog;
import org.atelier.events.Streams;
import org.atelier.provider.ChatRequest;
import org.atelier.usage.Budgets;
import org.atelier.usage.Ledger;
import org.atelier.usage.Payer;
import org.atelier.usage.Purpose;
import org.atelier.usage.Route;
import org.atelier.web.Caller;
import org.atelier.web.RequestId;

/**
 * Text that is kept nowhere: one paid call for one request. A stream ends upstream with its reader. No thread waits for the provider; what
 * it sends is passed on by whoever brings it.
 */
@ApplicationScoped
class OneShot {
    private final ModelChoice models;
    private final ProviderConnection provider;
    private final Budgets budgets;
    private final Ledger ledger;
    private final Streams streams;
    private final PaidOnce once;

    @Inject
    OneShot(
            ModelChoice models,
            ProviderConnection provider,
            Budgets budgets,
            Ledger ledger,
            Streams streams,
            PaidOnce once) {
        this.models = models;
        this.provider = provider;
        this.budgets = budgets;
        this.ledger = ledger;
        this.streams = streams;
        this.once = once;
    }

    /** For the container's proxy only. */
    protected OneShot() {
        this(null, null, null, null, null, null);
    }

    /** Answers the request, at once with a stream or later with the whole. @param body what the question was read from */
    void answer(HttpServletRequest request, HttpServletResponse response, Route route, Object body, Question question)
            throws IOException {
        once.answer(
                request,
                response,
                body,
                (id, keeping) -> run(request, response, route, question, id, keeping),
                before -> replay(request, response, question, before));
    }

    private void replay(HttpServletRequest request, HttpServletResponse response, Question question, String answer)
            throws IOException {
        if (question.stream()) {
            Streams.writeHeaders(response);
            streams.send(request.startAsync(), OneShotReplay.events(answer), () -> {});
        } else {
            OneShotReplay.write(response, answer);
        }
    }

    private void run(
            HttpServletRequest request,
            HttpServletResponse response,
            Route route,
            Question question,
            UUID id,
            Keeping keeping)
            throws IOException {
        var caller = Caller.of(request);
        var model = models.of(caller, question.model(), question.further());
        var asked = new ChatRequest(
                model.id(),
                question.messages(),
                question.temperature(),
                question.maxTokens(),
                Optional.of(caller.userId().toString()),
                question.further());
        var allowance = budgets.allow(Payer.of(caller), model, asked);
        var upstream = allowance.applyTo(asked);
        var recorder =
                ledger.recorder(Purpose.text(caller.userId(), route).as(id).within(allowance));
        var requestId = RequestId.of(request);
        var context = request.startAsync();
        context.setTimeout(0);
        if (question.stream()) {
            var log = new EventLog(1);
            var relay = new OneShotStream(id, route, response, requestId, log, keeping);
            streams.send(context, log, relay::listenerGone);
            relay.producedBy(provider.client().stream(upstream, recorder, relay));
        } else {
            var reply = new OneShotReply(id, route, context, requestId, keeping);
            reply.answeredBy(provider.client().complete(upstream, recorder));
        }
    }
}
