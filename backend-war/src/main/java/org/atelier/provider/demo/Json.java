package org.atelier.provider.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The demo's JSON; it shares nothing with the client that it is to test. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode error(int code, String message) {
        ObjectNode json = object();
        json.putObject("error").put("code", code).put("message", message);
        return json;
    }

    static ObjectNode error(int code, String message, String type) {
        ObjectNode json = error(code, message);
        ((ObjectNode) json.get("error")).putObject("metadata").put("error_type", type);
        return json;
    }

    static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonNode read(InputStream stream) throws IOException {
        return MAPPER.readTree(stream);
    }

    static JsonNode resource(String name) {
        try (InputStream stream = Json.class.getResourceAsStream(name)) {
            return read(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
