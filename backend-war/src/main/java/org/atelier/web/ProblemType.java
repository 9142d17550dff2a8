package org.atelier.web;

/** Every kind of failure the API knows; the names are part of the contract and readable at {@code /api/problems/‹name›}. */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "The request could not be read"),
    UNAUTHENTICATED("unauthenticated", 401, "Sign in first"),
    BUDGET_EXHAUSTED("budget-exhausted", 402, "The budget is used up"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    ACCOUNT_PENDING("account-pending", 403, "The account waits for approval"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "Not available in that form"),
    CONFLICT("conflict", 409, "The state does not allow this"),
    EMAIL_TAKEN("email-taken", 409, "The e-mail address is registered already"),
    ANSWER_IN_PROGRESS("answer-in-progress", 409, "An answer is being written"),
    OUTCOME_UNKNOWN("outcome-unknown", 409, "Nobody knows how the earlier request ended"),
    TOO_LARGE("too-large", 413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Not a type that is taken here"),
    VALIDATION_FAILED("validation-failed", 422, "Something in the request is not acceptable"),
    CONTENT_REFUSED("content-refused", 422, "The content was refused"),
    CONTEXT_TOO_LONG("context-too-long", 422, "Too long for the model"),
    PARAMETER_REFUSED("parameter-refused", 422, "The model does not take a parameter"),
    MODEL_NOT_AVAILABLE("model-not-available", 422, "The model is not available"),
    RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "Not a part of it"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL("internal", 500, "Something went wrong here"),
    PROVIDER_FAILED("provider-failed", 502, "The provider failed"),
    UNAVAILABLE("unavailable", 503, "Not available right now"),
    PROVIDER_KEY_REFUSED("provider-key-refused", 503, "The provider refuses the key"),
    PROVIDER_OUT_OF_CREDIT("provider-out-of-credit", 503, "The provider wants credit"),
    PROVIDER_BUSY("provider-busy", 503, "The provider is busy"),
    PROVIDER_TIMEOUT("provider-timeout", 504, "The provider did not answer in time"),
    STORAGE_FULL("storage-full", 507, "No room left");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** @return the stable reference, a path of this server */
    public String reference() {
        return "/api/problems/" + slug;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
