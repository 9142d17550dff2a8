package org.atelier.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The document of RFC 9457, the same in an answer, in a stream's {@code error} event and in a failed message.
 *
 * @param type a path of this server where the kind of failure is explained
 * @param requestId names the request in our log; null where no request is at hand
 * @param errors the refused fields, if that is the failure
 * @param extra members that only this kind of failure has
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.FieldError> errors,
        @JsonAnyGetter Map<String, Object> extra) {

    public static ProblemBody of(Problem problem, String requestId) {
        var type = problem.type();
        return new ProblemBody(
                type.reference(),
                type.title(),
                type.status(),
                problem.detail(),
                requestId,
                problem.errors(),
                problem.extra());
    }
}
