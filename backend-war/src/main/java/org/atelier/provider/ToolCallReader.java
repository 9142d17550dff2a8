package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.provider.ChatEvent.ToolCallPiece;

/**
 * Reads the tool calls of an answer, piece by piece or whole. Some servers number all of theirs 0, or not at all: a new id is a new
 * call, whatever its number.
 */
final class ToolCallReader {

    /** Nobody asks for so many tools at once; a number beyond is rubbish. */
    private static final int MOST_CALLS = 256;

    private record Known(int wireIndex, Optional<String> id) {}

    private final List<Known> calls = new ArrayList<>();

    /** @param array the {@code tool_calls} of a delta or a message; may be missing */
    List<ToolCallPiece> pieces(JsonNode array) {
        List<ToolCallPiece> pieces = new ArrayList<>();
        int position = 0;
        for (JsonNode call : array) {
            JsonNode function = call.path("function");
            Optional<String> id = Wire.text(call, "id");
            int index = index(Wire.integer(call, "index").orElse(position), id);
            if (index < MOST_CALLS) {
                pieces.add(new ToolCallPiece(index, id, Wire.text(function, "name"), arguments(function)));
            }
            position++;
        }
        return pieces;
    }

    private int index(int wireIndex, Optional<String> id) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            Known known = calls.get(i);
            boolean sameId = id.isEmpty() || id.equals(known.id());
            if (known.wireIndex() == wireIndex && sameId) {
                return i;
            }
        }
        if (calls.size() < MOST_CALLS) {
            calls.add(new Known(wireIndex, id));
            return calls.size() - 1;
        }
        return MOST_CALLS;
    }

    /** A text by the protocol; an object on servers that spare their caller the reading. */
    private static String arguments(JsonNode function) {
        JsonNode arguments = function.path("arguments");
        return arguments.isContainerNode() ? arguments.toString() : Wire.string(function, "arguments");
    }
}
