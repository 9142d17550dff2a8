package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/** Turns what a provider says when it fails, in any of its shapes, into one typed failure. */
final class Failures {

    private static final int MAX_MESSAGE = 300;

    private Failures() {}

    /** An HTTP status that is no success; the body may be JSON of any shape, HTML or nothing. */
    static ProviderFailure ofStatus(int status, Optional<String> retryHeader, byte[] body) {
        JsonNode error = errorIn(Wire.read(body));
        Kind kind = kind(status, error);
        Optional<Duration> retryAfter =
                retryHeader.flatMap(Failures::retryAfter).or(() -> availableIn(error));
        boolean again = (status == 429 || status == 503) && retryable(error);
        return failure(kind, chargeOf(status), status, error, retryAfter, again);
    }

    /**
     * An {@code error} inside a success or a stream.
     *
     * @param charge what is known about money apart from the error's own code
     */
    static ProviderFailure inBand(JsonNode error, Charge charge) {
        int code = error.path("code").asInt(0);
        Charge known = code >= 400 && chargeOf(code) == Charge.CERTAINLY_NOT && charge != Charge.CERTAINLY
                ? Charge.CERTAINLY_NOT
                : charge;
        return failure(kind(code, error), known, code, error, availableIn(error), false);
    }

    static ProviderFailure garbage(String what) {
        return new ProviderFailure(Kind.FAILED, Charge.UNKNOWN, "The provider " + what);
    }

    /** The error of an answer: an object, a text, (vLLM-Omni) a detail, or (older vLLM) the answer itself; missing if there
     * is none. */
    static JsonNode errorIn(JsonNode answer) {
        JsonNode error = answer.path("error");
        if (error.isMissingNode() && answer.path("detail").isTextual()) {
            return answer.path("detail");
        }
        if (error.isMissingNode() && answer.path("object").asText().equals("error")) {
            return answer;
        }
        return error.isNull() ? error.path("none") : error;
    }

    private static ProviderFailure failure(
            Kind kind, Charge charge, int status, JsonNode error, Optional<Duration> retryAfter, boolean again) {
        Optional<Integer> known = status >= 100 ? Optional.of(status) : Optional.empty();
        Details details = new Details(known, retryAfter, reasons(error), again);
        return new ProviderFailure(kind, charge, message(status, error), details, null);
    }

    private static Kind kind(int status, JsonNode error) {
        Optional<Kind> named = namedKind(type(error)).or(() -> unavailable(error));
        if (named.isPresent() && status != 401 && status != 402) {
            return named.get();
        }
        return switch (status) {
            case 401 -> Kind.KEY_REFUSED;
            case 402 -> Kind.OUT_OF_CREDIT;
            case 403 -> reasons(error).isEmpty() ? Kind.KEY_REFUSED : Kind.CONTENT_REFUSED;
            case 404 -> Kind.MODEL_NOT_AVAILABLE;
            case 408, 504, 524 -> Kind.TIMEOUT;
            case 413 -> Kind.CONTEXT_TOO_LONG;
            case 429, 503, 529 -> Kind.BUSY;
            default -> status >= 400 && status < 500 ? refused(error) : Kind.FAILED;
        };
    }

    private static Optional<Kind> namedKind(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "context_length_exceeded", "token_limit_exceeded", "string_too_long", "payload_too_large" ->
                        Kind.CONTEXT_TOO_LONG;
                    case "content_policy_violation", "refusal", "content_filter" -> Kind.CONTENT_REFUSED;
                    case "not_found", "model_not_found" -> Kind.MODEL_NOT_AVAILABLE;
                    case "authentication" -> Kind.KEY_REFUSED;
                    case "payment_required", "insufficient_quota" -> Kind.OUT_OF_CREDIT;
                    case "rate_limit_exceeded", "provider_overloaded" -> Kind.BUSY;
                    case "timeout" -> Kind.TIMEOUT;
                    default -> null;
                });
    }

    private static Optional<Kind> unavailable(JsonNode error) {
        return error.path("availability").isObject() && !retryable(error)
                ? Optional.of(Kind.MODEL_NOT_AVAILABLE)
                : Optional.empty();
    }

    /** Servers without machine names for it can only be read by their words. */
    private static Kind refused(JsonNode error) {
        String words = words(error).toLowerCase(Locale.ROOT);
        if (words.contains("context length") || words.contains("context window") || words.contains("maximum context")) {
            return Kind.CONTEXT_TOO_LONG;
        }
        boolean model = words.contains("not a valid model")
                || (words.contains("model") && (words.contains("not found") || words.contains("does not exist")));
        return model ? Kind.MODEL_NOT_AVAILABLE : Kind.PARAMETER_REFUSED;
    }

    private static String type(JsonNode error) {
        return Wire.text(error.path("metadata"), "error_type")
                .or(() -> Wire.text(error, "error_type"))
                .or(() ->
                        Wire.text(error, "code").filter(code -> !code.isEmpty() && !Character.isDigit(code.charAt(0))))
                .orElse("");
    }

    private static List<String> reasons(JsonNode error) {
        List<String> reasons = new ArrayList<>(Wire.texts(error.path("metadata").path("reasons")));
        reasons.addAll(Wire.texts(error.path("metadata").path("patterns")));
        return List.copyOf(reasons);
    }

    private static boolean retryable(JsonNode error) {
        return error.path("availability").path("retryable").asBoolean(true);
    }

    private static Optional<Duration> availableIn(JsonNode error) {
        return Wire.text(error.path("availability"), "retry_after").flatMap(Failures::retryAfter);
    }

    /** Seconds, or a date. */
    static Optional<Duration> retryAfter(String value) {
        try {
            return Optional.of(Duration.ofMillis((long) (Double.parseDouble(value.strip()) * 1000)))
                    .filter(pause -> !pause.isNegative());
        } catch (NumberFormatException noSeconds) {
            return date(value);
        }
    }

    private static Optional<Duration> date(String value) {
        try {
            Instant then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration pause = Duration.between(Instant.now(), then);
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /** A refusal costs nothing; an answer that tells of trouble behind the provider leaves it open. */
    private static Charge chargeOf(int status) {
        boolean refusal = status >= 300 && status < 500 && status != 408;
        return refusal || status == 503 ? Charge.CERTAINLY_NOT : Charge.UNKNOWN;
    }

    /** What it says; a go-between that says nothing of its own quotes who stands behind it, as JSON in a text or as a text. */
    private static String words(JsonNode error) {
        String own =
                error.isTextual() ? error.textValue() : error.path("message").asText();
        String quoted = error.path("metadata").path("raw").asText();
        if (!own.strip().equalsIgnoreCase("Provider returned error") || quoted.isBlank()) {
            return own;
        }
        JsonNode behind = errorIn(Wire.read(quoted.getBytes(StandardCharsets.UTF_8)));
        String inner =
                behind.isTextual() ? behind.textValue() : behind.path("message").asText();
        return own.strip() + ": " + (inner.isBlank() ? quoted : inner);
    }

    /** An error's words as they may be kept; empty if there are none. */
    static Optional<String> sentence(JsonNode error) {
        return Optional.of(words(error).strip())
                .filter(words -> !words.isEmpty())
                .map(Failures::presentable);
    }

    private static String message(int status, JsonNode error) {
        String words = words(error);
        String all = "The provider answered" + (status >= 100 ? " " + status : " with an error")
                + (type(error).isEmpty() ? "" : " " + type(error))
                + (words.isBlank() ? "" : ": " + words.strip());
        return presentable(all);
    }

    private static String presentable(String all) {
        String masked = all.replaceAll("sk-[A-Za-z0-9_*.-]{4,}", "sk-…");
        return masked.length() <= MAX_MESSAGE ? masked : masked.substring(0, MAX_MESSAGE) + "…";
    }
}
