package org.atelier.frontend.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the backend says of itself. */
final class OpenApi {

    private static final String JSON = "application/json";

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    static OpenApi read() {
        try {
            return new OpenApi(
                    new YAMLMapper().readTree(Path.of("../docs/openapi.yaml").toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param path with any names for its parameters. @return what is described there, if anything is */
    Optional<JsonNode> operation(String method, String path) {
        String wanted = nameless(path);
        return document.path("paths").properties().stream()
                .filter(described -> nameless(described.getKey()).equals(wanted))
                .map(described -> described.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }

    private static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    Set<String> queryParameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
    }

    /** @return the schema of the request's JSON; missing where it has none */
    JsonNode body(JsonNode operation) {
        return operation.path("requestBody").path("content").path(JSON).path("schema");
    }

    /** @return the schema of the JSON that a request which went well is answered with; missing where there is none */
    JsonNode answer(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().path("content").path(JSON).path("schema"))
                .filter(schema -> !schema.isMissingNode())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** @return the schema itself, behind references and beside null */
    JsonNode plain(JsonNode schema) {
        JsonNode resolved = resolved(schema);
        return resolved.has("anyOf") ? resolved(resolved.path("anyOf").path(0)) : resolved;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
