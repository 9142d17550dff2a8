package org.atelier.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the provider's JSON: every member may be missing, null or of another type than the documents say. */
final class Wire {

    static final int MAX_BODY = 32 * 1024 * 1024;

    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_BODY).build())
            .build());

    private static final ObjectReader TREE =
            JSON.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Wire() {}

    /** @return the missing node when this is no JSON */
    static JsonNode read(byte[] bytes, int length) {
        try {
            JsonNode node = TREE.readValue(bytes, 0, length);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    static JsonNode read(byte[] bytes) {
        return read(bytes, bytes.length);
    }

    static Optional<String> text(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        return node.isValueNode() && !node.isNull() && !node.asText().isEmpty()
                ? Optional.of(Characters.whole(node.asText()))
                : Optional.empty();
    }

    /** Only what is a JSON string; otherwise empty. */
    static String string(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        return node.isTextual() ? node.textValue() : "";
    }

    static Optional<Long> count(JsonNode parent, String field) {
        return decimal(parent, field).filter(number -> number.signum() >= 0).map(BigDecimal::longValue);
    }

    static Optional<Integer> integer(JsonNode parent, String field) {
        return count(parent, field).filter(n -> n <= Integer.MAX_VALUE).map(Long::intValue);
    }

    /** A number, whether it is written as one or as a string. */
    static Optional<BigDecimal> decimal(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        try {
            return node.isTextual()
                    ? Optional.of(new BigDecimal(node.textValue().strip()))
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    static Optional<Boolean> flag(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : array) {
            if (node.isValueNode() && !node.isNull()) {
                texts.add(node.asText());
            }
        }
        return texts;
    }

    static Optional<Usage> usage(JsonNode parent) {
        JsonNode usage = parent.path("usage");
        if (!usage.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new Usage(
                count(usage, "prompt_tokens").orElse(0L),
                count(usage, "completion_tokens").orElse(0L),
                count(usage.path("completion_tokens_details"), "reasoning_tokens"),
                count(usage.path("prompt_tokens_details"), "cached_tokens"),
                decimal(usage, "cost").filter(cost -> cost.signum() >= 0),
                flag(usage, "demo").orElse(false)));
    }
}
