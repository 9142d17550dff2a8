package org.atelier.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The document, as tests read it. */
public final class OpenApi {
    private static final Path FILE = Path.of("../docs/openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String JSON = "application/json";

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    public static OpenApi read() {
        try {
            return new OpenApi(new YAMLMapper().readTree(FILE.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param path with {@code {}} for every part that is a parameter
     * @param node what the document says of it
     */
    public record Operation(String method, String path, JsonNode node) {
        /** As {@code routes.txt} has it. */
        public String route() {
            return method + " " + path;
        }

        public boolean isOpen() {
            return node.path("security").isEmpty();
        }

        /** Not to that of somebody's account. */
        public boolean takesTokenOfOperator() {
            return node.path("security").size() == 1
                    && node.path("security").path(0).has("metricsToken");
        }
    }

    public List<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> operation(path, member)))
                .toList();
    }

    private static Operation operation(Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> member) {
        return new Operation(
                member.getKey().toUpperCase(java.util.Locale.ROOT),
                path.getKey().replaceAll("\\{[^}]*}", "{}"),
                member.getValue());
    }

    public JsonNode schema(String name) {
        var schema = document.path("components").path("schemas").path(name);
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("There is no schema " + name);
        }
        return schema;
    }

    /** @return what the node leads to, or itself */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** @return the schemas of the JSON that a request which went well is answered with */
    public Stream<JsonNode> answers(Operation operation) {
        return operation.node().path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().path("content").path(JSON).path("schema"))
                .filter(schema -> !schema.isMissingNode());
    }

    /** @return the schema of the JSON that a request has to bring; missing where it brings none */
    public JsonNode body(Operation operation) {
        return operation.node().path("requestBody").path("content").path(JSON).path("schema");
    }

    /** @return every node of the document that has this member */
    public List<JsonNode> having(String member) {
        return document.findParents(member);
    }
}
