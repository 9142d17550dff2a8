package org.atelier.systemtest.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Server-sent events, one at a time, as they come; each is held against the description of the API. */
public final class EventStream implements AutoCloseable {

    /** One event; the id is empty where the server gave none. */
    public record Event(String id, String name, JsonNode data) {
        public String text() {
            return data.path("text").asText();
        }

        public boolean ends() {
            return name.equals("done") || name.equals("error");
        }
    }

    private final HttpResponse<InputStream> response;
    private final Consumer<Event> check;
    private final BufferedReader lines;

    /** @param check fails for an event that cannot be */
    EventStream(HttpResponse<InputStream> response, Consumer<Event> check) {
        this.check = check;
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    public int status() {
        return response.statusCode();
    }

    public String mediaType() {
        return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    /** @return the next event, or empty when the server has ended the stream */
    public Optional<Event> next() {
        try {
            var id = "";
            var name = "message";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !data.isEmpty()) {
                    var event = new Event(id, name, Reply.JSON.readTree(data.toString()));
                    check.accept(event);
                    return Optional.of(event);
                }
                id = field(line, "id").orElse(id);
                name = field(line, "event").orElse(name);
                field(line, "data").ifPresent(data::append);
            }
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<String> field(String line, String field) {
        return line.startsWith(field + ":")
                ? Optional.of(line.substring(field.length() + 1).replaceFirst("^ ", ""))
                : Optional.empty();
    }

    /** @return every event up to and including the first that is wanted, or up to the end */
    public List<Event> until(Predicate<Event> wanted) {
        var events = new ArrayList<Event>();
        for (var event = next(); event.isPresent(); event = next()) {
            events.add(event.get());
            if (wanted.test(event.get())) {
                break;
            }
        }
        return events;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
