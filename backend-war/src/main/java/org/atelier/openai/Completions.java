package org.atelier.openai;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.chat.Keeping;
import org.atelier.chat.ModelChoice;
import org.atelier.database.Database;
import org.atelier.events.EventLog;
import org.atelier.events.Streams;
import org.atelier.idempotency.Claim;
import org.atelier.idempotency.Keys;
import org.atelier.idempotency.RequestKey;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.usage.Budgets;
import org.atelier.usage.Ledger;
import org.atelier.usage.LedgerSearch;
import org.atelier.usage.Payer;
import org.atelier.usage.Purpose;
import org.atelier.usage.Route;
import org.atelier.web.Bodies;
import org.atelier.web.Caller;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** {@code POST /chat/completions}: one paid call for one request, through the same budget, client and ledger as every other. */
@ApplicationScoped
class Completions {
    private static final ObjectReader BODY = Json.MAPPER.readerFor(ObjectNode.class);
    private static final Duration KEPT = Duration.ofHours(25);
    private static final int WAITING_THREADS = 8;

    private final ExecutorService patient = Executors.newFixedThreadPool(WAITING_THREADS, task -> {
        var thread = new Thread(task, "long-completions");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    private ModelChoice models;

    @Inject
    private ProviderConnection provider;

    @Inject
    private Budgets budgets;

    @Inject
    private Ledger ledger;

    @Inject
    private LedgerSearch lines;

    @Inject
    private Streams streams;

    @Inject
    private Keys keys;

    @PreDestroy
    void stop() {
        patient.shutdown();
    }

    /** What is asked, read and found acceptable. */
    private record Asked(ChatWishes wishes, List<ChatMessage> measured, ObjectNode body) {}

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode body = Bodies.read(request, BODY);
        var asked = new Asked(ChatWishes.of(body), ChatWords.measured(body.path("messages")), body);
        var claim = RequestKey.of(request).map(key -> keys.claim(key, body));
        if (claim.isEmpty()) {
            run(request, response, asked, Database.newId(), Keeping.NOWHERE);
        } else if (claim.get() instanceof Claim.Fresh fresh) {
            runOnce(request, response, asked, fresh);
        } else if (claim.get() instanceof Claim.Answered before) {
            replay(request, response, asked.wishes(), before.answer().orElseThrow());
        } else if (claim.get() instanceof Claim.Unsettled lost) {
            Failure.doNotRetry(response);
            throw outcomeUnknown(lost.runId());
        }
    }

    private void runOnce(HttpServletRequest request, HttpServletResponse response, Asked asked, Claim.Fresh claim)
            throws IOException {
        var id = Database.newId();
        keys.take(claim, id);
        try {
            run(request, response, asked, id, Keeping.under(keys, claim));
        } catch (IOException | RuntimeException notSent) {
            keys.notCharged(claim).join();
            throw notSent;
        }
    }

    private void replay(HttpServletRequest request, HttpServletResponse response, ChatWishes wishes, String answer)
            throws IOException {
        response.setHeader(RequestKey.REPLAYED, "true");
        if (wishes.stream()) {
            Streams.writeHeaders(response);
            streams.send(request.startAsync(), Answered.again(answer, wishes.usageAtTheEnd()), () -> {});
        } else {
            WholeReply.write(response, answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Problem outcomeUnknown(UUID id) {
        var line = lines.lineOf(id, Instant.now().minus(KEPT));
        return Problem.of(
                ProblemType.OUTCOME_UNKNOWN,
                "This request was sent before and its answer is not here; it may have been paid for"
                        + line.map(found -> " (ledger line " + found + ")").orElse("")
                        + ". Send it with a new key to ask again.");
    }

    private void run(HttpServletRequest request, HttpServletResponse response, Asked asked, UUID id, Keeping keeping)
            throws IOException {
        var caller = Caller.of(request);
        var wishes = asked.wishes();
        var model = models.of(caller, wishes.model());
        var question = new ChatRequest(
                        model.id(),
                        asked.measured(),
                        wishes.temperature(),
                        wishes.maxTokens(),
                        Optional.of(caller.userId().toString()),
                        wishes.further())
                .saying(asked.body().path("messages"));
        var allowance = budgets.allow(Payer.of(caller), model, question);
        var upstream = allowance.applyTo(question);
        var purpose = Purpose.text(caller.userId(), Route.COMPLETIONS).as(id).within(allowance);
        var recorder = ledger.recorder(purpose);
        var context = request.startAsync();
        context.setTimeout(0);
        if (wishes.stream()) {
            var log = new EventLog(1);
            var relay = new ChunkStream(id, response, log, keeping, wishes.usageAtTheEnd());
            streams.send(context, log, relay::listenerGone);
            relay.producedBy(provider.client().stream(upstream, recorder, relay));
        } else {
            var reply = new WholeReply(id, context, keeping, patient);
            reply.producedBy(provider.client().answer(upstream, recorder, reply));
        }
    }
}
