package org.atelier.frontend.backend;

import java.util.List;
import java.util.Optional;

/** A problem document (RFC 9457) of the backend. */
public record Problem(String type, String title, int status, String detail, String requestId, List<FieldError> errors) {

    public record FieldError(String field, String message) {}

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** The last part of the type, such as {@code email-taken}. */
    public String name() {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    /** Whether the backend itself says that it no longer knows who asks; a proxy on the way may say 401 for its own reasons. */
    public boolean signsOut() {
        return status == 401 && type != null && type.startsWith("/api/problems/");
    }

    /** What is wrong with one field, in the backend's words. */
    public Optional<String> about(String field) {
        return errors.stream()
                .filter(error -> field.equals(error.field()))
                .map(FieldError::message)
                .findFirst();
    }
}
