package org.atelier.web;

import java.util.Map;

/**
 * A problem in the shape that the OpenAI protocol gives to errors, for everything below {@link #ROOT}: its clients read no other.
 *
 * @param message what happened and what to do next
 * @param type a class of failures, by which clients choose their exception
 * @param param the field that was refused; null: none
 * @param code the problem's own name, or the word that the protocol has for it
 */
public record ProtocolError(String message, String type, String param, String code) {
    /** Where that protocol is spoken. */
    public static final String ROOT = Api.ROOT + "/v1/";

    /** Tells clients, which would send the same again by themselves, that it may have been paid for. */
    public static final String SHOULD_RETRY = "x-should-retry";

    /** The whole body. */
    record Body(ProtocolError error) {}

    static ProtocolError of(Problem problem) {
        var field = problem.errors().stream().map(Problem.FieldError::field).findFirst();
        return new ProtocolError(problem.detail(), type(problem.type()), field.orElse(null), code(problem.type()));
    }

    /** The same for a stream that has begun. */
    public static byte[] bytes(Problem problem) {
        return Json.bytes(new Body(of(problem)));
    }

    static int status(ProblemType type) {
        return switch (type) {
            case VALIDATION_FAILED, CONTENT_REFUSED, CONTEXT_TOO_LONG, PARAMETER_REFUSED -> 400;
            case MODEL_NOT_AVAILABLE -> 404;
            default -> type.status();
        };
    }

    private static String type(ProblemType type) {
        return switch (status(type)) {
            case 401 -> "authentication_error";
            case 402 -> "insufficient_quota";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> status(type) < 500 ? "invalid_request_error" : "server_error";
        };
    }

    private static String code(ProblemType type) {
        return CODES.getOrDefault(type, type.slug().replace('-', '_'));
    }

    private static final Map<ProblemType, String> CODES = Map.of(
            ProblemType.UNAUTHENTICATED, "invalid_api_key",
            ProblemType.MODEL_NOT_AVAILABLE, "model_not_found",
            ProblemType.CONTEXT_TOO_LONG, "context_length_exceeded",
            ProblemType.CONTENT_REFUSED, "content_policy_violation",
            ProblemType.BUDGET_EXHAUSTED, "insufficient_quota",
            ProblemType.TOO_MANY_REQUESTS, "rate_limit_exceeded");
}
