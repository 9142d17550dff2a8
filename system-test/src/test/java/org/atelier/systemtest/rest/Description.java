package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.Product;

/**
 * {@code docs/openapi.yaml}, and whether an answer is one that it promises. Whatever a test asks of the API is held against it, so the document cannot
 * say what is not so of anything that a test sees.
 */
public final class Description {
    public static final Path FILE = Product.root().resolve("docs/openapi.yaml");
    private static final Description READ = new Description(read());
    private static final String SCHEMAS = "components";

    private final ObjectNode document;
    private final List<Described> paths;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private record Described(Pattern path, JsonNode operations) {}

    private Description(ObjectNode document) {
        this.document = document;
        this.paths = document.path("paths").properties().stream()
                .sorted(Comparator.comparing(path -> path.getKey().contains("{")))
                .map(path -> new Described(pattern(path.getKey()), path.getValue()))
                .toList();
        close(document);
    }

    private static ObjectNode read() {
        try {
            return (ObjectNode) new YAMLMapper().readTree(FILE.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An id of a model may hold slashes. */
    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace("{model}", ".+").replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /** Readers ignore members that they do not know; a member that is not described is a mistake of ours. */
    private static void close(JsonNode node) {
        node.forEach(Description::close);
        if (node.has("type") && node.path("properties").isObject() && !node.has("additionalProperties")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
    }

    static JsonNode document() {
        return READ.document;
    }

    /**
     * @param path as it was sent, with its query
     * @return the reply, which is one that the document promises; what is not in the document promises nothing
     */
    static Reply holds(String method, String path, Reply reply) {
        READ.operation(method, path).ifPresent(operation -> READ.hold(method + " " + path, operation, reply));
        return reply;
    }

    /** @return fails for an event whose name or data this stream does not promise; it lets pass what is not described event by event */
    static Consumer<EventStream.Event> events(String method, String path) {
        var described = READ.operation(method, path)
                .map(operation ->
                        operation.at("/responses/200/content/text~1event-stream/schema/contentSchema/properties"))
                .filter(names -> !names.isMissingNode());
        return event -> described.ifPresent(names -> READ.hold(method + " " + path, names, event));
    }

    private void hold(String what, JsonNode names, EventStream.Event event) {
        assertThat(names.has(event.name()))
                .as("%s is described with an event %s", what, event.name())
                .isTrue();
        assertThat(errors(names.path(event.name()), event.data()))
                .as("%s, its event %s against the description: %s", what, event.name(), event.data())
                .isEmpty();
    }

    private Optional<JsonNode> operation(String method, String sent) {
        var path = sent.replaceFirst("\\?.*", "");
        return paths.stream()
                .filter(described -> described.path().matcher(path).matches())
                .map(described -> described.operations().path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }

    private void hold(String what, JsonNode operation, Reply reply) {
        var responses = operation.path("responses");
        var response = responses.path(String.valueOf(reply.status()));
        if (response.isMissingNode()) {
            response = responses.path("default");
        }
        assertThat(response.isMissingNode())
                .as("%s is described with a status %d, whose body was %s", what, reply.status(), reply.body())
                .isFalse();
        var content = resolved(response).path("content");
        if (content.isEmpty()) {
            assertThat(reply.body()).as("%s, described without a body", what).isEmpty();
            return;
        }
        var schema = content.path(reply.mediaType()).path("schema");
        assertThat(schema.isMissingNode())
                .as("%s is described with %s of %s", what, reply.mediaType(), reply.body())
                .isFalse();
        if (reply.mediaType().endsWith("json")) {
            assertThat(errors(schema, reply.json()))
                    .as("%s, against its description: %s", what, reply.body())
                    .isEmpty();
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private List<Error> errors(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private Schema compile(JsonNode schema) {
        var whole = ((ObjectNode) schema).deepCopy();
        whole.set(SCHEMAS, document.path(SCHEMAS));
        return registry.getSchema(whole);
    }
}
