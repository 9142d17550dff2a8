package org.atelier.bench;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/**
 * Where a chat request goes: the upstream itself, or Atelier in front of it.
 *
 * @param mark what the first piece of a streamed answer holds
 */
record Target(String name, URI server, String path, String headers, String mark) {

    static Target upstream(URI base) {
        return new Target("upstream", base, base.getPath() + "/chat/completions", "", "\"word ");
    }

    static Target atelier(URI backend, String token) {
        return new Target("Atelier", backend, "/api/ai/chat", "Authorization: Bearer " + token + "\r\n", "\"word ");
    }

    /** The OpenAI protocol somewhere else than at the upstream itself. @param headers whole lines, each with its end */
    static Target protocol(String name, URI base, String headers) {
        return new Target(name, base, base.getPath() + "/chat/completions", headers, "\"word ");
    }

    Wire open() throws IOException {
        return new Wire(server);
    }

    byte[] chat(String model, boolean stream) {
        var body =
                "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"How deep is the harbour?\"}],\"stream\":%b}";
        return Wire.request("POST", path, headers, String.format(Locale.ROOT, body, model, stream));
    }

    byte[] get(String other) {
        return Wire.request("GET", other, headers, "");
    }

    Wire.Answer ask(Wire wire, String model, boolean stream) throws IOException {
        return checked(wire.exchange(chat(model, stream), mark));
    }

    private Wire.Answer checked(Wire.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(name + " answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }
}
