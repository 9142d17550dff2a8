package org.atelier.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/** The key of a list's last shown item, opaque on the wire so that its columns may change. */
final class Cursor {
    private Cursor() {}

    static String encode(List<String> key) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.MAPPER.writeValueAsBytes(key));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<String> decode(String text, int columns) {
        try {
            var key = List.of(Json.MAPPER.readValue(Base64.getUrlDecoder().decode(text), String[].class));
            if (key.size() == columns) {
                return key;
            }
        } catch (IOException | IllegalArgumentException | NullPointerException tampered) {
            // falls through to the same answer
        }
        throw Problem.field("cursor", "is not one that this list gave out; start again without it");
    }
}
