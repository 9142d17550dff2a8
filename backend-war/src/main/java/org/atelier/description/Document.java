package org.atelier.description;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.atelier.web.Json;

/**
 * A file of this package.
 *
 * @param type its media type
 * @param tag an entity tag, with its quotes: the same content has the same
 */
record Document(String type, byte[] content, String tag) {
    private static final Map<String, String> TYPES = Map.of(
            "yaml", "application/yaml;charset=utf-8",
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8");

    /** @param name of a file that the build has packed */
    static Document packed(String name) {
        try (var file = Objects.requireNonNull(Document.class.getResourceAsStream(name), name)) {
            return of(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return what this YAML says, as JSON */
    Document asJson() {
        try {
            return of("application/json", Json.bytes(new YAMLMapper().readTree(content)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Document of(String type, byte[] content) {
        return new Document(type, content, '"' + UUID.nameUUIDFromBytes(content).toString() + '"');
    }
}
