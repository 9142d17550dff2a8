package org.atelier.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads the JSON body of a servlet's request, as far as a body may go. */
public final class Bodies {
    private static final int MOST_BYTES = 4 << 20;

    private Bodies() {}

    public static <T> T read(HttpServletRequest request, ObjectReader reader) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.startsWith("application/json")) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send JSON with Content-Type: application/json.");
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE, "The body may have at most " + MOST_BYTES + " bytes.");
        }
        T value = body.length == 0 ? null : parse(reader, body);
        if (value == null) {
            throw Problem.of(ProblemType.MALFORMED_REQUEST, "The body must be one JSON object.");
        }
        return value;
    }

    private static <T> T parse(ObjectReader reader, byte[] body) throws IOException {
        try {
            return reader.readValue(body);
        } catch (JsonProcessingException unreadable) {
            throw Problems.from(unreadable, "-");
        }
    }
}
