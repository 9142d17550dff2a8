package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.atelier.web.Problem;

/**
 * The parameters of a request beside its messages. What chooses who answers, who hears of it or what it costs is decided here or refused;
 * whatever else there is goes on as it came, known or not, unless it names a place or a secret.
 */
record ChatWishes(
        Optional<String> model,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        boolean stream,
        boolean usageAtTheEnd,
        Map<String, Object> further) {
    private static final int LONGEST_NAME = 200;

    /** Read here, or replaced by what is ours to say. */
    private static final Set<String> TAKEN = Set.of(
            "model",
            "messages",
            "temperature",
            "max_tokens",
            "max_completion_tokens",
            "stream",
            "stream_options",
            "n",
            "user",
            "store",
            "metadata",
            "service_tier",
            "safety_identifier",
            "prompt_cache_key",
            "prompt_cache_retention");

    /** Each runs something at the provider, has somebody else answer for money that no budget knows, or shows what we sent. */
    private static final Set<String> REFUSED = Set.of(
            "models",
            "route",
            "provider",
            "plugins",
            "preset",
            "transforms",
            "web_search_options",
            "audio",
            "prediction",
            "debug",
            "extra_body");

    /** Their values are the sender's own words, in which any name may stand. */
    private static final Set<String> KNOWN = Set.of(
            "tools",
            "tool_choice",
            "functions",
            "function_call",
            "response_format",
            "structured_outputs",
            "guided_json",
            "stop",
            "logit_bias");

    /** @throws Problem 400 in this protocol, naming the parameter */
    static ChatWishes of(ObjectNode body) {
        body.properties().forEach(field -> check(field.getKey(), field.getValue()));
        var further = new LinkedHashMap<String, Object>();
        body.properties().forEach(field -> {
            if (!TAKEN.contains(field.getKey()) && !field.getValue().isNull()) {
                further.put(field.getKey(), field.getValue());
            }
        });
        return new ChatWishes(
                model(body.path("model")),
                temperature(body.path("temperature")),
                longest("max_completion_tokens", body).or(() -> longest("max_tokens", body)),
                flag("stream", body.path("stream")),
                flag("stream_options.include_usage", body.path("stream_options").path("include_usage")),
                further);
    }

    private static void check(String name, JsonNode value) {
        if (REFUSED.contains(name)) {
            throw Problem.field(name, "is not offered here");
        }
        switch (name) {
            case "n", "best_of" ->
                require(name, value.isNull() || value.asInt() == 1, "must be 1: each answer is asked for by itself");
            case "tools" ->
                require(
                        name,
                        value.isNull() || areFunctions(value),
                        "must be functions; other tools would run at the provider");
            case "modalities" ->
                require(name, value.isNull() || all(value, Set.of("text", "image")), "may hold text and image");
            case "service_tier" ->
                require(
                        name,
                        value.isNull() || Set.of("auto", "default").contains(value.asText()),
                        "must be auto or default");
            case "store" -> require(name, !value.asBoolean(), "must be false: nothing is kept at the provider");
            default ->
                require(
                        name,
                        TAKEN.contains(name) || KNOWN.contains(name) || !Places.named(name, value),
                        "names a place or a secret; where a question goes is not for it to say");
        }
    }

    private static void require(String name, boolean holds, String otherwise) {
        if (!holds) {
            throw Problem.field(name, otherwise);
        }
    }

    private static boolean areFunctions(JsonNode tools) {
        return tools.isArray()
                && StreamSupport.stream(tools.spliterator(), false)
                        .allMatch(tool -> tool.path("type").asText().equals("function"));
    }

    private static boolean all(JsonNode list, Set<String> words) {
        return list.isArray()
                && StreamSupport.stream(list.spliterator(), false).allMatch(word -> words.contains(word.asText()));
    }

    private static Optional<String> model(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        var fits = value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().length() <= LONGEST_NAME;
        require("model", fits, "must be the id of a model");
        return Optional.of(value.textValue());
    }

    private static Optional<Double> temperature(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        require(
                "temperature",
                value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 2,
                "must be a number from 0 to 2");
        return Optional.of(value.asDouble());
    }

    private static Optional<Integer> longest(String name, JsonNode body) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        require(
                name,
                value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 1,
                "must be a whole number of at least 1");
        return Optional.of(value.asInt());
    }

    private static boolean flag(String name, JsonNode value) {
        require(name, value.isMissingNode() || value.isNull() || value.isBoolean(), "must be true or false");
        return value.asBoolean();
    }
}
