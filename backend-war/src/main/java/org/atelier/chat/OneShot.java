package org.atelier.chat;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.database.Database;
import org.atelier.events.EventLog;
import org.atelier.events.Streams;
import org.atelier.idempotency.Claim;
import org.atelier.idempotency.Keys;
import org.atelier.idempotency.RequestKey;
import org.atelier.provider.ChatRequest;
import org.atelier.usage.Budgets;
import org.atelier.usage.Ledger;
import org.atelier.usage.LedgerSearch;
import org.atelier.usage.Payer;
import org.atelier.usage.Purpose;
import org.atelier.usage.Route;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.RequestId;

/**
 * Text that is kept nowhere: one paid call for one request. A stream ends upstream with its reader. No thread waits for the provider; what
 * it sends is passed on by whoever brings it. With an {@code Idempotency-Key} the answer is kept for a day, so that the same request
 * is paid once however often it comes.
 */
@ApplicationScoped
class OneShot {
    private static final Duration KEPT = Duration.ofHours(25);

    private static final int WAITING_THREADS = 8;

    private final ExecutorService patient = Executors.newFixedThreadPool(WAITING_THREADS, OneShot::daemon);
    private final ModelChoice models;
    private final ProviderConnection provider;
    private final Budgets budgets;
    private final Ledger ledger;
    private final LedgerSearch lines;
    private final Streams streams;
    private final Keys keys;

    @Inject
    OneShot(
            ModelChoice models,
            ProviderConnection provider,
            Budgets budgets,
            Ledger ledger,
            LedgerSearch lines,
            Streams streams,
            Keys keys) {
        this.models = models;
        this.provider = provider;
        this.budgets = budgets;
        this.ledger = ledger;
        this.lines = lines;
        this.streams = streams;
        this.keys = keys;
    }

    /** For the container's proxy only. */
    protected OneShot() {
        this(null, null, null, null, null, null, null);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "long-replies");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        patient.shutdown();
    }

    /** Answers the request, at once with a stream or later with the whole. @param body what the question was read from */
    void answer(HttpServletRequest request, HttpServletResponse response, Route route, Object body, Question question)
            throws IOException {
        var key = RequestKey.of(request);
        var claim = key.map(given -> keys.claim(given, body));
        if (claim.isEmpty()) {
            run(request, response, route, question, Database.newId(), Keeping.NOWHERE);
        } else if (claim.get() instanceof Claim.Fresh fresh) {
            runOnce(request, response, route, question, fresh);
        } else if (claim.get() instanceof Claim.Answered before) {
            replay(request, response, question, before.answer().orElseThrow());
        } else if (claim.get() instanceof Claim.Unsettled lost) {
            throw outcomeUnknown(lost.runId());
        }
    }

    private void runOnce(
            HttpServletRequest request, HttpServletResponse response, Route route, Question question, Claim.Fresh claim)
            throws IOException {
        var id = Database.newId();
        keys.take(claim, id);
        try {
            run(request, response, route, question, id, Keeping.under(keys, claim));
        } catch (IOException | RuntimeException notSent) {
            keys.notCharged(claim).join();
            throw notSent;
        }
    }

    private void replay(HttpServletRequest request, HttpServletResponse response, Question question, String answer)
            throws IOException {
        response.setHeader(RequestKey.REPLAYED, "true");
        if (question.stream()) {
            Streams.writeHeaders(response);
            streams.send(request.startAsync(), OneShotReplay.events(answer), () -> {});
        } else {
            OneShotReplay.write(response, answer);
        }
    }

    private Problem outcomeUnknown(UUID id) {
        var problem = Problem.of(
                ProblemType.OUTCOME_UNKNOWN,
                "This request was sent before and its answer is not here; it may have been paid for. Send it with a new key to ask again.");
        return lines.lineOf(id, Instant.now().minus(KEPT))
                .map(line -> problem.with("ledger_id", line))
                .orElse(problem);
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
        var model = models.of(caller, question.model());
        question.mustBeTakenBy(model);
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
            var reply = new OneShotReply(id, route, context, requestId, keeping, patient);
            reply.answeredBy(provider.client().complete(upstream, recorder));
        }
    }
}
