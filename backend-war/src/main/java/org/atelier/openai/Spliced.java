package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.atelier.provider.ChatEvent;

/**
 * A provider's words with our id, and otherwise byte for byte as they came: nothing is parsed twice or written anew, and no number, member
 * or order changes on the way.
 */
final class Spliced {
    private static final Form CHUNK =
            new Form("chat.completion.chunk", "delta", "message", Set.of("provider", "usage"));
    private static final Form WHOLE = new Form("chat.completion", "message", "delta", Set.of("provider"));
    private static final String NO_USAGE = ",\"usage\":null";

    /**
     * @param object what the protocol calls it
     * @param said where a choice has its words
     * @param notSaid where it has them in the other form
     * @param ours what is left out
     */
    private record Form(String object, String said, String notSaid, Set<String> ours) {
        boolean isUsual(ObjectNode words) {
            return words.path("created").isIntegralNumber()
                    && !words.path("model").asText().isEmpty()
                    && words.has("id")
                    && words.has("object")
                    && StreamSupport.stream(words.path("choices").spliterator(), false)
                            .allMatch(this::isUsualChoice);
        }

        /** Without pictures, whose addresses are looked at. */
        private boolean isUsualChoice(JsonNode choice) {
            return choice.path(said).isObject() && !choice.path(said).has("images") && !choice.has(notSaid);
        }
    }

    private Spliced() {}

    /**
     * @param saysNoUsage whether each chunk says that its usage comes later
     * @return empty where something needs to be put right, so that it has to be written anew
     */
    static Optional<byte[]> chunk(ChatEvent.Words words, UUID id, boolean saysNoUsage) {
        return isOneLine(words.bytes()) ? spliced(CHUNK, words, id, saysNoUsage ? NO_USAGE : "") : Optional.empty();
    }

    /** As {@link #chunk}, of a whole answer. */
    static Optional<byte[]> whole(ChatEvent.Words words, UUID id) {
        return spliced(WHOLE, words, id, "");
    }

    /** On one line, since that is where an event's data ends. */
    private static boolean isOneLine(byte[] json) {
        var text = new String(json, StandardCharsets.ISO_8859_1);
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    /** JSON may come in UTF-16 or behind a mark of its order too, where no member has a place among the bytes. */
    private static boolean isUtf8(byte[] json) {
        return json[0] > 0 && json[1] != 0;
    }

    /** @return empty if it is not in the usual form, not in UTF-8, or a member stands there twice */
    private static Optional<byte[]> spliced(Form form, ChatEvent.Words words, UUID id, String end) {
        var json = words.bytes();
        if (!form.isUsual(words.json()) || !isUtf8(json)) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream(json.length + 32);
        out.write('{');
        var members = new Members(json);
        int count = 0;
        for (; members.next(); count++) {
            var name = members.name();
            if (form.ours().contains(name)) {
                continue;
            }
            if (out.size() > 1) {
                out.write(',');
            }
            switch (name) {
                case "id" -> out.writeBytes(ascii("\"id\":\"" + Answered.id(id) + '"'));
                case "object" -> out.writeBytes(ascii("\"object\":\"" + form.object() + '"'));
                default -> out.write(json, members.from(), members.to() - members.from());
            }
        }
        out.writeBytes(ascii(end + '}'));
        return count == words.json().size() ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
