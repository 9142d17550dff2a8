package org.atelier.openai;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.atelier.web.Json;

/** Walks over the members of one JSON object and says where each stands in its bytes. */
final class Members {
    private final JsonParser parser;
    private String name;
    private int from;
    private int to;

    /** @param json one object, which can be read */
    Members(byte[] json) {
        try {
            parser = Json.MAPPER.createParser(json);
            parser.nextToken();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Goes to the next member. @return whether there is one */
    boolean next() {
        try {
            name = parser.nextFieldName();
            if (name == null) {
                return false;
            }
            from = (int) parser.currentTokenLocation().getByteOffset();
            parser.nextToken();
            parser.skipChildren();
            parser.finishToken();
            to = (int) parser.currentLocation().getByteOffset();
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return name;
    }

    /** @return where the member begins, with its name */
    int from() {
        return from;
    }

    /** @return where the member's value has ended */
    int to() {
        return to;
    }
}
