package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.atelier.provider.demo.Faults.Fault;

/** Faults that show before the answer begins: statuses, wrong bodies, silence. */
final class FaultStatuses {

    private static final String HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>";

    private FaultStatuses() {}

    static void addTo(Map<String, Fault> all) {
        addStatuses(all);
        addReasons(all);
        addBodies(all);
        addSilence(all);
    }

    private static void addStatuses(Map<String, Fault> all) {
        add(all, "400", status(400, "temperature must be at most 2", "invalid_request"));
        add(all, "401", status(401, "No auth credentials found for sk-or-v1-0123456789abcdef", "authentication"));
        add(all, "402", status(402, "Insufficient credits", "payment_required"));
        add(all, "403", (exchange, question, number) -> exchange.json(403, Json.error(403, "Permission denied")));
        add(all, "404", status(404, "No endpoints found", "not_found"));
        add(all, "408", status(408, "Timed out", "timeout"));
        add(all, "413", status(413, "Payload too large", "payload_too_large"));
        add(all, "422", status(422, "Unprocessable", "unprocessable"));
        add(all, "500", status(500, "Internal error", "server"));
        add(all, "503", status(503, "No provider available", "provider_unavailable"));
        add(all, "504", status(504, "Gateway timed out", "timeout"));
        add(all, "524", (exchange, question, number) -> exchange.send(524, "text/html", Faults.bytes(HTML)));
        add(all, "529", status(529, "Overloaded", "provider_overloaded"));
    }

    private static void addReasons(Map<String, Fault> all) {
        add(all, "context-too-long", status(400, "This prompt is too long", "context_length_exceeded"));
        add(
                all,
                "context-too-long-by-words",
                (exchange, question, number) ->
                        exchange.json(400, Json.error(400, "This model's maximum context length is 4096 tokens")));
        add(
                all,
                "unknown-model",
                (exchange, question, number) ->
                        exchange.json(400, Json.error(400, "fault/unknown-model is not a valid model ID")));
        add(all, "moderation", (exchange, question, number) -> exchange.json(403, moderation()));
        add(all, "guardrail", (exchange, question, number) -> exchange.json(403, guardrail()));
        add(all, "provider-said", (exchange, question, number) -> exchange.json(400, providerSaid()));
        add(all, "no-endpoint", (exchange, question, number) -> exchange.json(404, noEndpoint()));
        add(all, "capacity", (exchange, question, number) -> exchange.json(503, capacity()));
        add(all, "model-retired", (exchange, question, number) -> exchange.json(503, retired()));
        add(all, "502-html", (exchange, question, number) -> exchange.send(502, "text/html", Faults.bytes(HTML)));
        add(all, "429", (exchange, question, number) -> exchange.json(429, Json.error(429, "Slow down")));
        add(
                all,
                "429-retry-after",
                (exchange, question, number) ->
                        exchange.json(429, Json.error(429, "Slow down"), "Retry-After", "3600"));
        add(
                all,
                "429-retry-date",
                (exchange, question, number) -> exchange.json(
                        429, Json.error(429, "Slow down"), "Retry-After", "Tue, 01 Jan 2999 00:00:00 GMT"));
        add(all, "429-once", onceThenGood(429));
        add(all, "503-once", onceThenGood(503));
    }

    private static void addBodies(Map<String, Fault> all) {
        add(
                all,
                "200-error",
                (exchange, question, number) ->
                        exchange.json(200, Json.error(502, "Provider returned error", "provider_unavailable")));
        add(
                all,
                "200-text-error",
                (exchange, question, number) -> exchange.json(200, Json.object().put("error", "Returning 200 anyway")));
        add(
                all,
                "200-garbage",
                (exchange, question, number) ->
                        exchange.send(200, "application/json", Faults.bytes("  \n {\"choices\": [{\"mess")));
        add(all, "200-empty", (exchange, question, number) -> exchange.send(200, "application/json", new byte[0]));
        add(
                all,
                "text-error",
                (exchange, question, number) -> exchange.json(500, Json.object().put("error", "it fell over")));
        add(
                all,
                "endless-error",
                (exchange, question, number) ->
                        exchange.send(500, "text/plain", Faults.bytes("very ".repeat(100_000) + "long")));
    }

    private static void addSilence(Map<String, Fault> all) {
        add(
                all,
                "redirect",
                (exchange, question, number) -> exchange.send(307, "text/plain", new byte[0], "Location", "/_seen"));
        add(all, "reset", (exchange, question, number) -> exchange.cut());
        add(all, "silence", (exchange, question, number) -> {});
    }

    private static void add(Map<String, Fault> all, String name, Fault fault) {
        all.put(Faults.PREFIX + name, fault);
    }

    private static Fault status(int status, String message, String type) {
        return (exchange, question, number) -> exchange.json(status, Json.error(status, message, type));
    }

    /** Every odd request fails, every even one succeeds. */
    private static Fault onceThenGood(int status) {
        return (exchange, question, number) -> {
            if (number % 2 == 1) {
                exchange.json(status, Json.error(status, "Once more, please"), "Retry-After", "0");
            } else {
                Faults.goodAnswer(exchange, question);
            }
        };
    }

    static ObjectNode moderation() {
        ObjectNode json = Json.error(403, "Your input was flagged");
        ObjectNode metadata = ((ObjectNode) json.get("error")).putObject("metadata");
        metadata.putArray("reasons").add("violence").add("weapons");
        metadata.put("flagged_input", "words of the prompt").put("provider_name", "Atelier Demo");
        return json;
    }

    private static ObjectNode retired() {
        ObjectNode json = Json.error(503, "This model was retired");
        ((ObjectNode) json.get("error"))
                .putObject("availability")
                .put("code", "model_deprecated")
                .put("retryable", false);
        return json;
    }

    private static ObjectNode guardrail() {
        ObjectNode json = Json.error(403, "Blocked by a guardrail");
        ((ObjectNode) json.get("error"))
                .putObject("metadata")
                .putArray("patterns")
                .add("account numbers");
        return json;
    }

    /** The real reason is JSON in a text. */
    private static ObjectNode providerSaid() {
        ObjectNode json = Json.error(400, "Provider returned error");
        ((ObjectNode) json.get("error"))
                .putObject("metadata")
                .put("provider_name", "Atelier Demo")
                .put("raw", "{\"error\":{\"message\":\"maximum context length is 4096 tokens\"}}");
        return json;
    }

    /** Without a code: the status alone tells. */
    private static ObjectNode noEndpoint() {
        ObjectNode json = Json.object();
        ObjectNode error = json.putObject("error")
                .put("message", "No endpoint keeps to your data policy")
                .put("error_type", "not_found")
                .put("http_status", 404);
        error.putObject("availability").put("code", "privacy_restricted").put("retryable", false);
        return json;
    }

    private static ObjectNode capacity() {
        ObjectNode json = Json.error(503, "Nobody has room");
        ((ObjectNode) json.get("error"))
                .putObject("availability")
                .put("code", "capacity_exhausted")
                .put("retryable", true)
                .put("retry_after", 3600);
        return json;
    }
}
