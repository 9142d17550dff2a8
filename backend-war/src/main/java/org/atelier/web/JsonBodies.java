package org.atelier.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * Reads and writes every JSON body with {@link Json#MAPPER}; whatever a body can be wrong in leaves here as a {@link Problem}. The
 * priority decides against the server's own JSON providers, which stand at the default and would win on some starts.
 * A resource whose body may be missing takes an {@link Optional} (null when there is not even a Content-Type).
 */
@Provider
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problems.MEDIA_TYPE})
public class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    /** Room for the longest conversation that a model takes, far from what hurts the heap. */
    static final int MOST_BYTES = 4 << 20;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !raw(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !raw(type);
    }

    /** Bytes and text are JSON already when they are called so. */
    private static boolean raw(Class<?> type) {
        return type == byte[].class
                || type == String.class
                || InputStream.class.isAssignableFrom(type)
                || jakarta.ws.rs.core.StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var given = new PushbackInputStream(new CappedStream(body, MOST_BYTES));
        int first = given.read();
        if (first < 0 && type == (Class<?>) Optional.class) {
            return Optional.empty();
        }
        try {
            if (first >= 0) {
                given.unread(first);
            }
            var value =
                    Json.MAPPER.readerFor(Json.MAPPER.constructType(generic)).readValue(given);
            if (value == null) {
                throw Problem.of(ProblemType.MALFORMED_REQUEST, "The body must be one JSON object.");
            }
            return value;
        } catch (JsonProcessingException unreadable) {
            throw JsonProblem.from(unreadable);
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(Json.MAPPER.writeValueAsBytes(value));
    }
}
