package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;

/** Calls a tool when it must, with arguments out of the tool's own schema, and answers by a schema; it cannot know when a tool would help. */
final class DemoTools {

    private static final int DEEPEST = 5;

    private DemoTools() {}

    /** The tool that has to be called: the one that is named, or the first if any will do. */
    static Optional<JsonNode> demanded(JsonNode request) {
        JsonNode choice = request.path("tool_choice");
        String wanted = choice.path("function").path("name").asText();
        boolean any = choice.asText().equals("required");
        return StreamSupport.stream(request.path("tools").spliterator(), false)
                .map(tool -> tool.path("function"))
                .filter(function -> any || function.path("name").asText().equals(wanted))
                .findFirst();
    }

    /** What the answer has to look like, if that was asked. */
    static Optional<JsonNode> schema(JsonNode request) {
        return Optional.of(request.path("response_format").path("json_schema").path("schema"))
                .filter(JsonNode::isObject);
    }

    /** An answer as the schema wants it. */
    static String answer(JsonNode schema) {
        return sample(schema, DEEPEST).toString();
    }

    static ObjectNode call(JsonNode function) {
        ObjectNode call = Json.object()
                .put(
                        "id",
                        "call-demo-"
                                + Long.toHexString(ThreadLocalRandom.current().nextLong()))
                .put("type", "function");
        call.putObject("function")
                .put("name", function.path("name").asText())
                .put("arguments", sample(function.path("parameters"), DEEPEST).toString());
        return call;
    }

    /** The same in chunks, as it streams: name first, then its arguments in two halves. */
    static List<ObjectNode> deltas(ObjectNode call) {
        String arguments = call.path("function").path("arguments").asText();
        int half = arguments.length() / 2;
        List<ObjectNode> deltas = new ArrayList<>();
        ObjectNode first = call.deepCopy().put("index", 0);
        ((ObjectNode) first.path("function")).put("arguments", "");
        deltas.add(delta(first));
        for (String part : List.of(arguments.substring(0, half), arguments.substring(half))) {
            ObjectNode more = Json.object().put("index", 0);
            more.putObject("function").put("arguments", part);
            deltas.add(delta(more));
        }
        return deltas;
    }

    private static ObjectNode delta(ObjectNode call) {
        ObjectNode delta = Json.object();
        delta.putArray("tool_calls").add(call);
        return delta;
    }

    /** The plainest value that a JSON schema permits, as far as it can be told from it. */
    private static JsonNode sample(JsonNode schema, int depth) {
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText("object");
        ObjectNode holder = Json.object();
        return switch (type) {
            case "string" -> holder.put("value", "demo").get("value");
            case "integer", "number" -> holder.put("value", least(schema)).get("value");
            case "boolean" -> holder.put("value", false).get("value");
            case "array" -> holder.putArray("value");
            case "null" -> holder.putNull("value").get("value");
            default -> object(schema, depth);
        };
    }

    private static BigDecimal least(JsonNode schema) {
        return schema.path("minimum").isNumber() ? schema.path("minimum").decimalValue() : BigDecimal.ONE;
    }

    private static ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.object();
        if (depth > 0) {
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                object.set(property.getKey(), sample(property.getValue(), depth - 1));
            }
        }
        return object;
    }
}
