package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.atelier.provider.ChatEvent;

/**
 * A provider's chunk with our id, and otherwise byte for byte as it came: nothing is parsed twice or written anew, and no number, member or
 * order changes on the way.
 */
final class Spliced {
    private static final byte[] OBJECT = bytes("\"object\":\"chat.completion.chunk\"");
    private static final byte[] NO_USAGE = bytes(",\"usage\":null");

    private Spliced() {}

    /**
     * @param saysNoUsage whether each chunk says that its usage comes later
     * @return empty where something needs to be put right, so that it has to be written anew
     */
    static Optional<byte[]> chunk(ChatEvent.Words words, UUID id, boolean saysNoUsage) {
        return isUsual(words.json()) && isOneLine(words.bytes())
                ? chunk(words.json(), words.bytes(), id, saysNoUsage)
                : Optional.empty();
    }

    private static boolean isUsual(ObjectNode chunk) {
        return chunk.path("created").isIntegralNumber()
                && chunk.path("model").isTextual()
                && chunk.has("id")
                && chunk.has("object")
                && allAreDeltas(chunk.path("choices"));
    }

    /** Without pictures, whose addresses are looked at. */
    private static boolean allAreDeltas(JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false)
                .allMatch(choice -> choice.path("delta").isObject()
                        && !choice.path("delta").has("images")
                        && !choice.has("message"));
    }

    /** On one line, since that is where an event's data ends. */
    private static boolean isOneLine(byte[] json) {
        var text = new String(json, StandardCharsets.ISO_8859_1);
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    /** @return empty if a member stands there twice */
    private static Optional<byte[]> chunk(ObjectNode chunk, byte[] json, UUID id, boolean saysNoUsage) {
        var out = new ByteArrayOutputStream(json.length + 32);
        out.write('{');
        var members = new Members(json);
        int count = 0;
        for (; members.next(); count++) {
            var name = members.name();
            if (name.equals("provider") || name.equals("usage")) {
                continue;
            }
            if (out.size() > 1) {
                out.write(',');
            }
            switch (name) {
                case "id" -> out.writeBytes(bytes("\"id\":\"" + Answered.id(id) + '"'));
                case "object" -> out.writeBytes(OBJECT);
                default -> out.write(json, members.from(), members.to() - members.from());
            }
        }
        if (saysNoUsage) {
            out.writeBytes(NO_USAGE);
        }
        out.write('}');
        return count == chunk.size() ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
