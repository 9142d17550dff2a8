package org.atelier.chat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import org.atelier.web.Json;

/** The data of an answer's events; pieces of text, which are nearly all of them, without the detour over a tree. */
final class EventJson {
    private static final byte[] BEFORE = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"'};

    private EventJson() {}

    /** {@code {"text":"…"}} */
    static byte[] text(String piece) {
        var encoded = JsonStringEncoder.getInstance().quoteAsUTF8(piece);
        var json = new byte[BEFORE.length + encoded.length + 2];
        System.arraycopy(BEFORE, 0, json, 0, BEFORE.length);
        System.arraycopy(encoded, 0, json, BEFORE.length, encoded.length);
        json[json.length - 2] = '"';
        json[json.length - 1] = '}';
        return json;
    }

    static byte[] of(Object value) {
        return Json.bytes(value);
    }

    static JsonNode tree(Object value) {
        return Json.MAPPER.valueToTree(value);
    }
}
