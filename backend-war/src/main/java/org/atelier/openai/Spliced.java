package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

    /** @return whether nothing in it needs to be put right; whatever is unusual is written anew */
    static boolean canBe(ChatEvent.Words words) {
        var chunk = words.json();
        return chunk.path("created").isIntegralNumber()
                && chunk.path("model").isTextual()
                && chunk.has("id")
                && chunk.has("object")
                && allAreDeltas(chunk.path("choices"))
                && isOneLine(words.bytes())
                && hasEachOnce(chunk, words.bytes());
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

    private static boolean hasEachOnce(ObjectNode chunk, byte[] json) {
        var members = new Members(json);
        int count = 0;
        while (members.next()) {
            count++;
        }
        return count == chunk.size();
    }

    /**
     * @param json that {@link #canBe}
     * @param saysNoUsage whether each chunk says that its usage comes later
     */
    static byte[] chunk(byte[] json, UUID id, boolean saysNoUsage) {
        var out = new ByteArrayOutputStream(json.length + 32);
        out.write('{');
        var members = new Members(json);
        while (members.next()) {
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
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
