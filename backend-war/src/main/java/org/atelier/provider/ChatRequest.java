package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of a text model. Only what was set is sent.
 *
 * @param user a stable pseudonym of the person, never an e-mail address
 * @param fallbacks models that may answer when the first cannot, in this order; decided here, never by a caller
 * @param verbatim the messages as their sender wrote them in this protocol, sent in place of {@code messages}, which then only say how much
 *     they are; what comes back is told word for word too ({@link ChatEvent.Verbatim})
 * @param further other fields of the protocol by their wire names, as {@code top_p}; values as Jackson writes them
 */
public record ChatRequest(
        String model,
        List<ChatMessage> messages,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        Optional<String> user,
        List<String> fallbacks,
        Optional<JsonNode> verbatim,
        Map<String, Object> further) {

    public ChatRequest(
            String model,
            List<ChatMessage> messages,
            Optional<Double> temperature,
            Optional<Integer> maxTokens,
            Optional<String> user,
            Map<String, Object> further) {
        this(model, messages, temperature, maxTokens, user, List.of(), further);
    }

    public ChatRequest(
            String model,
            List<ChatMessage> messages,
            Optional<Double> temperature,
            Optional<Integer> maxTokens,
            Optional<String> user,
            List<String> fallbacks,
            Map<String, Object> further) {
        this(model, messages, temperature, maxTokens, user, fallbacks, Optional.empty(), further);
    }

    public ChatRequest {
        Objects.requireNonNull(model);
        messages = List.copyOf(messages);
        fallbacks = List.copyOf(fallbacks);
        further = Map.copyOf(further);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A chat request has at least one message");
        }
    }

    public static ChatRequest of(String model, List<ChatMessage> messages) {
        return new ChatRequest(model, messages, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** The same in its sender's words. */
    public ChatRequest saying(JsonNode words) {
        return new ChatRequest(model, messages, temperature, maxTokens, user, fallbacks, Optional.of(words), further);
    }

    /** Prompts are never logged. */
    @Override
    public String toString() {
        return "ChatRequest[" + model + ", " + messages.size() + " messages]";
    }
}
