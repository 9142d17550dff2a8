package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.atelier.provider.ProviderFailure.Charge;

/**
 * Makes events of what one attempt receives, streamed or whole, and remembers what the ledger wants to know. Pieces that arrive together
 * are told as one: each event costs whoever listens a write to a socket.
 */
final class ReplyReader implements SseSplitter.Events {

    private static final Function<String, ChatEvent> REASONING = ChatEvent.Reasoning::new;
    private static final Function<String, ChatEvent> TEXT = ChatEvent.Text::new;
    private static final int DONE_LENGTH = "[DONE]".length();

    private final Consumer<ChatEvent> listener;
    private final ChatRequest request;
    private final boolean failedCallsAreFree;

    private final Characters text = new Characters();
    private final Characters reasoning = new Characters();
    private final ToolCallReader toolCalls = new ToolCallReader();
    private final StringBuilder arrived = new StringBuilder();
    private final List<ChatEvent.Words> arrivedVerbatim = new ArrayList<>();
    private Function<String, ChatEvent> arrivedAs;
    private SseSplitter splitter;
    private boolean started;
    private boolean done;
    private long firstPieceAt;
    private FinishReason finishReason;
    private ProviderFailure failure;
    private Optional<String> generationId = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<Usage> usage = Optional.empty();

    /** @param failedCallsAreFree whether this provider promises not to charge an answer that never began */
    ReplyReader(ChatRequest request, boolean failedCallsAreFree, Consumer<ChatEvent> listener) {
        this.request = request;
        this.failedCallsAreFree = failedCallsAreFree;
        this.listener = listener;
    }

    void generationId(Optional<String> fromHeader) {
        generationId = fromHeader;
    }

    void piece(ByteBuffer bytes) {
        if (splitter == null) {
            splitter = new SseSplitter(this, Wire.MAX_BODY);
        }
        splitter.accept(bytes);
    }

    /** The stream ended by itself. */
    void end() {
        if (splitter != null) {
            splitter.end();
        }
        rest();
    }

    @Override
    public void comment() {
        // A sign of life; that bytes came has already reset the idle clock.
    }

    @Override
    public void event(String name, byte[] data, int length) {
        boolean known = name.isEmpty() || name.equals("message") || name.equals("error");
        if (over() || !known) {
            return;
        }
        if (length == DONE_LENGTH && data[0] == '[' && data[1] == 'D') {
            rest();
            done = true;
            return;
        }
        JsonNode chunk = Wire.read(data, length);
        if (!chunk.isObject()) {
            throw Failures.garbage("sent an event that is no JSON object");
        }
        read(chunk, "delta");
        keep(chunk, data, length);
    }

    /** An answer that came in one piece. */
    void whole(byte[] body) {
        JsonNode answer = Wire.read(body);
        boolean answered = answer.path("choices").path(0).isObject();
        if (!answered && Failures.errorIn(answer).isMissingNode()) {
            throw Failures.garbage("answered a success that is no chat completion");
        }
        read(answer, "message");
        keep(answer, body, body.length);
        rest();
        done = true;
    }

    private void read(JsonNode json, String part) {
        JsonNode error = Failures.errorIn(json);
        JsonNode choice = json.path("choices").path(0);
        if (error.isMissingNode()) {
            error = Failures.errorIn(choice);
        }
        if (choice.isObject() || json.has("usage")) {
            start(json);
            pieces(choice.path(part));
        }
        usage = Wire.usage(json).or(() -> usage);
        String reason = Wire.string(choice, "finish_reason");
        if (!error.isMissingNode() || reason.equals("error")) {
            failure = Failures.inBand(error, chargeOfFailure());
            return;
        }
        if (!reason.isEmpty()) {
            finishReason = FinishReason.of(reason);
        }
    }

    private void keep(JsonNode json, byte[] data, int length) {
        if (failure == null && request.verbatim().isPresent() && json instanceof ObjectNode words) {
            arrivedVerbatim.add(new ChatEvent.Words(Arrays.copyOf(data, length), words));
        }
    }

    private void start(JsonNode json) {
        if (!started) {
            started = true;
            generationId = Wire.text(json, "id").or(() -> generationId);
            model = Wire.text(json, "model");
            listener.accept(new ChatEvent.Started(generationId, model.orElse(request.model())));
        }
    }

    private void pieces(JsonNode delta) {
        think(Wire.string(delta, "reasoning"));
        if (!delta.path("reasoning").isTextual()) {
            think(Wire.string(delta, "reasoning_content"));
        }
        say(Wire.string(delta, "content"));
        for (JsonNode part : delta.path("content")) {
            say(Wire.string(part, "text"));
        }
        say(Wire.string(delta, "refusal"));
        for (ChatEvent.ToolCallPiece call : toolCalls.pieces(delta.path("tool_calls"))) {
            touch("tool");
            tell();
            listener.accept(call);
        }
        for (JsonNode picture : delta.path("images")) {
            Wire.text(picture.path("image_url"), "url").ifPresent(url -> {
                touch(url);
                tell();
                listener.accept(new ChatEvent.Picture(url));
            });
        }
    }

    private void think(String piece) {
        touch(piece);
        hand(reasoning.next(piece), REASONING);
    }

    private void say(String piece) {
        touch(piece);
        hand(text.next(piece), TEXT);
    }

    /** The answer is over: what waits for its other half waits in vain. */
    private void rest() {
        hand(reasoning.rest(), REASONING);
        hand(text.rest(), TEXT);
    }

    private void hand(String piece, Function<String, ChatEvent> kind) {
        if (piece.isEmpty()) {
            return;
        }
        if (kind != arrivedAs) {
            tell();
            arrivedAs = kind;
        }
        arrived.append(piece);
    }

    /** Tells what has arrived since it last was told. */
    void tell() {
        if (!arrived.isEmpty()) {
            var piece = arrived.toString();
            arrived.setLength(0);
            listener.accept(arrivedAs.apply(piece));
        }
        if (!arrivedVerbatim.isEmpty()) {
            var parts = List.copyOf(arrivedVerbatim);
            arrivedVerbatim.clear();
            listener.accept(new ChatEvent.Verbatim(parts));
        }
    }

    private void touch(String piece) {
        if (firstPieceAt == 0 && !piece.isEmpty()) {
            firstPieceAt = System.nanoTime();
        }
    }

    private Charge chargeOfFailure() {
        if (usage.flatMap(Usage::cost).filter(cost -> cost.signum() > 0).isPresent()) {
            return Charge.CERTAINLY;
        }
        return failedCallsAreFree && !hasPieces() ? Charge.CERTAINLY_NOT : Charge.UNKNOWN;
    }

    /** Whether nothing more can change the outcome. */
    boolean over() {
        return done || failure != null;
    }

    /** The model came to its end, even if the connection did not: nothing of the answer is missing. */
    boolean complete() {
        return failure == null && (done || finishReason != null);
    }

    boolean hasPieces() {
        return firstPieceAt != 0;
    }

    Optional<ProviderFailure> failure() {
        return Optional.ofNullable(failure);
    }

    FinishReason finishReason() {
        return finishReason == null ? FinishReason.OTHER : finishReason;
    }

    long firstPieceAt() {
        return firstPieceAt;
    }

    Optional<String> generationId() {
        return generationId;
    }

    Optional<String> model() {
        return model;
    }

    Optional<Usage> usage() {
        return usage;
    }
}
