package org.atelier.openai;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.chat.Keeping;
import org.atelier.chat.ModelChoice;
import org.atelier.chat.PaidOnce;
import org.atelier.events.EventLog;
import org.atelier.events.Streams;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.usage.Budgets;
import org.atelier.usage.Ledger;
import org.atelier.usage.Payer;
import org.atelier.usage.Purpose;
import org.atelier.usage.Route;
import org.atelier.web.Bodies;
import org.atelier.web.Caller;
import org.atelier.web.Json;
import org.atelier.web.Sender;

/** {@code POST /chat/completions}: one paid call for one request, through the same budget, client and ledger as every other. */
@ApplicationScoped
class Completions {
    private static final ObjectReader BODY = Json.MAPPER.readerFor(ObjectNode.class);

    @Inject
    private ModelChoice models;

    @Inject
    private ProviderConnection provider;

    @Inject
    private Budgets budgets;

    @Inject
    private Ledger ledger;

    @Inject
    private Streams streams;

    @Inject
    private PaidOnce once;

    /** What is asked, read and found acceptable. */
    private record Asked(ChatWishes wishes, List<ChatMessage> measured, ObjectNode body) {}

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode body = Bodies.read(request, BODY);
        var asked = new Asked(ChatWishes.of(body), ChatWords.measured(body.path("messages")), body);
        once.answer(
                request,
                response,
                body,
                (id, keeping) -> run(request, response, asked, id, keeping),
                before -> replay(request, response, asked.wishes(), before));
    }

    private void replay(HttpServletRequest request, HttpServletResponse response, ChatWishes wishes, String answer)
            throws IOException {
        if (wishes.stream()) {
            Streams.writeHeaders(response);
            streams.send(request.startAsync(), Answered.again(answer, wishes.usageAtTheEnd()), () -> {});
        } else {
            Sender.writeJson(response, answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void run(HttpServletRequest request, HttpServletResponse response, Asked asked, UUID id, Keeping keeping)
            throws IOException {
        var caller = Caller.of(request);
        var wishes = asked.wishes();
        var model = models.of(caller, wishes.model(), wishes.further());
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
            var reply = new WholeReply(id, context, keeping);
            reply.producedBy(provider.client().answer(upstream, recorder, reply));
        }
    }
}
