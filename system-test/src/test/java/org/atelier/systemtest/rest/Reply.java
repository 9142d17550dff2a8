package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What came back. */
public record Reply(int status, HttpHeaders headers, String body) {
    public static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /** @return the header's value; empty when it is not there */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String mediaType() {
        return header("Content-Type").replaceFirst(";.*", "");
    }

    public String challenge() {
        return header("WWW-Authenticate");
    }

    /** @return this reply, whose status is the expected one */
    public Reply expect(int expected) {
        assertThat(status).as("status of a reply that said: %s", body).isEqualTo(expected);
        return this;
    }

    public JsonNode json() {
        return tree(body);
    }

    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException garbage) {
            throw new UncheckedIOException("Not JSON: " + json, garbage);
        }
    }

    /** @return status and body without the request's own id, to be compared with another reply */
    public String said() {
        return status + " " + body.replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
