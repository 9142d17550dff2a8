package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.atelier.catalogue.ProviderProblems;
import org.atelier.chat.Keeping;
import org.atelier.events.EventLog;
import org.atelier.events.Streams;
import org.atelier.provider.ChatCall;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.ProviderFailure;
import org.atelier.web.Json;
import org.atelier.web.ProtocolError;

/**
 * Passes the chunks of a completion on as they come. Until the first one the answer's status is open, so a provider that refuses at once is
 * told with a status, afterwards as an {@code error} in the stream. What was used comes last, to whoever wants to know.
 */
final class ChunkStream implements Consumer<ChatEvent> {
    /** For a reader that does not keep up; far beyond what any model writes. */
    private static final int MOST_BYTES = 16 << 20;

    private final UUID id;
    private final HttpServletResponse response;
    private final EventLog log;
    private final Keeping keeping;
    private final boolean usageAtTheEnd;
    private final Instant begunAt = Instant.now();
    private final WholeAnswer whole;
    private JsonNode usage = NullNode.getInstance();
    private String model = "";
    private long bytes;
    private boolean begun;
    private ChatCall call;
    private boolean gone;

    ChunkStream(UUID id, HttpServletResponse response, EventLog log, Keeping keeping, boolean usageAtTheEnd) {
        this.id = id;
        this.response = response;
        this.log = log;
        this.keeping = keeping;
        this.usageAtTheEnd = usageAtTheEnd;
        this.whole = new WholeAnswer(keeping.isSomewhere());
    }

    /** The reader has left, or has everything: nothing more needs to be written or paid. */
    void listenerGone() {
        cancel(null);
    }

    void producedBy(ChatCall provider) {
        cancel(provider);
    }

    /** Whichever of the two comes second ends the call: the call itself, or the news that nobody listens. */
    private void cancel(ChatCall provider) {
        ChatCall useless;
        synchronized (this) {
            gone |= provider == null;
            call = provider == null ? call : provider;
            useless = gone ? call : null;
        }
        if (useless != null) {
            useless.cancel();
        }
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Verbatim piece) {
            pass(piece.parts());
        } else if (event instanceof ChatEvent.Ended) {
            end();
        } else if (event instanceof ChatEvent.Failed failed) {
            keeping.failed(failed.failure()).thenRun(() -> fail(failed.failure()));
        } else if (event instanceof ChatEvent.Started started) {
            model = started.model();
        } else {
            whole.add(event);
        }
    }

    /** What arrived together leaves together: each frame by itself would be a write to the socket. */
    private void pass(List<ChatEvent.Words> chunks) {
        var frames = new ByteArrayOutputStream(1024);
        chunks.forEach(chunk -> pass(chunk, frames));
        if (frames.size() > 0) {
            send(frames.toByteArray());
        }
    }

    private void pass(ChatEvent.Words words, ByteArrayOutputStream frames) {
        var chunk = words.json();
        model = chunk.path("model").asText(model);
        usage = chunk.hasNonNull("usage") ? chunk.get("usage") : usage;
        whole.ends(chunk);
        if (!saysSomething(chunk)) {
            return;
        }
        boolean first = !begun && frames.size() == 0;
        var spliced = first ? Optional.<byte[]>empty() : Spliced.chunk(words, id, usageAtTheEnd);
        frames.writeBytes(Answered.frame(spliced.orElseGet(() -> Json.bytes(rebuilt(chunk, first)))));
    }

    private ObjectNode rebuilt(ObjectNode chunk, boolean first) {
        asDelta(chunk);
        if (first) {
            sayWhoSpeaks(chunk);
        }
        chunk.put("model", model);
        chunk.remove("usage");
        if (usageAtTheEnd) {
            chunk.putNull("usage");
        }
        return Answered.chunk(chunk, id, begunAt);
    }

    /** Some chunks are a sign of life only, or hold nothing but what was used. */
    private static boolean saysSomething(JsonNode chunk) {
        var choice = chunk.path("choices").path(0);
        return choice.path("delta").isObject()
                || choice.path("message").isObject()
                || choice.hasNonNull("finish_reason");
    }

    /** Some servers answer whole whatever one asks for. */
    private static void asDelta(ObjectNode chunk) {
        for (var choice : chunk.path("choices")) {
            if (choice instanceof ObjectNode part && !part.path("delta").isObject()) {
                part.set(
                        "delta",
                        part.path("message").isObject() ? part.remove("message") : Json.MAPPER.createObjectNode());
            }
        }
    }

    /** Clients that put the chunks together need it in the first, and not every server says it. */
    private static void sayWhoSpeaks(JsonNode chunk) {
        for (var choice : chunk.path("choices")) {
            if (choice.path("delta") instanceof ObjectNode delta && !delta.hasNonNull("role")) {
                delta.put("role", "assistant");
            }
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            Streams.writeHeaders(response);
        }
    }

    private void send(byte[] frames) {
        begin();
        bytes += frames.length;
        log.append(frames);
        if (bytes > MOST_BYTES) {
            listenerGone();
        }
    }

    private void end() {
        var kept = keeping.isSomewhere() ? Json.bytes(whole.json(id, model, begunAt, usage)) : new byte[0];
        keeping.answered(kept).thenRun(() -> {
            begin();
            var last = new ByteArrayOutputStream();
            if (usageAtTheEnd) {
                last.writeBytes(Answered.frame(Json.bytes(Answered.usage(usage, id, model, begunAt))));
            }
            last.writeBytes(Answered.DONE);
            log.closeWith(last.toByteArray());
        });
    }

    private void fail(ProviderFailure failure) {
        if (begun) {
            log.closeWith(Answered.frame(ProtocolError.bytes(ProviderProblems.of(failure))));
        } else {
            log.closeWith(Failure.prepare(response, failure));
        }
    }
}
