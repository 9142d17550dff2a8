package org.atelier.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A failure that a caller is told about, as RFC 9457 describes it; one mapper turns it into {@code application/problem+json}.
 * The same body travels in a stream's {@code error} event and in a failed message.
 */
public final class Problem extends RuntimeException {
    private final ProblemType type;
    private final List<FieldError> errors;
    private final Duration retryAfter;
    private final Map<String, Object> extra;

    private Problem(
            ProblemType type, String detail, List<FieldError> errors, Duration retryAfter, Map<String, Object> extra) {
        super(Objects.requireNonNull(detail), null, false, false);
        this.type = Objects.requireNonNull(type);
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.extra = Map.copyOf(extra);
    }

    /**
     * @param detail what happened and what to do next, one or two sentences without anything internal
     */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), null, Map.of());
    }

    /** A 422 that names the field. */
    public static Problem field(String field, String message) {
        return new Problem(
                ProblemType.VALIDATION_FAILED,
                "The request was not accepted: " + field + " " + message + ".",
                List.of(new FieldError(field, message)),
                null,
                Map.of());
    }

    public Problem withErrors(List<FieldError> fields) {
        return new Problem(type, getMessage(), fields, retryAfter, extra);
    }

    public Problem retryAfter(Duration wait) {
        return new Problem(type, getMessage(), errors, wait, extra);
    }

    /** @param member an extension member of the document, for example {@code reasons} */
    public Problem with(String member, Object value) {
        var more = new java.util.HashMap<>(extra);
        more.put(member, value);
        return new Problem(type, getMessage(), errors, retryAfter, more);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return getMessage();
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Map<String, Object> extra() {
        return extra;
    }

    /** One field that was refused, and why: the message continues the field's name. */
    public record FieldError(String field, String message) {}
}
