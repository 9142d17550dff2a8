package org.atelier.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Tells what is wrong with a JSON body: unreadable text is 400, a field that cannot be is 422 with its name. */
final class JsonProblem {
    private JsonProblem() {}

    static Problem from(JsonProcessingException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return Problem.field(field(mapping), message(mapping));
        }
        if (unreadable instanceof MismatchedInputException) {
            return Problem.of(ProblemType.MALFORMED_REQUEST, "The body must be one JSON object.");
        }
        var place = unreadable.getLocation();
        return Problem.of(
                ProblemType.MALFORMED_REQUEST,
                place == null
                        ? "The body is not valid JSON."
                        : "The body is not valid JSON: see line " + place.getLineNr() + ", column "
                                + place.getColumnNr() + ".");
    }

    private static String field(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String message(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        if (mapping instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return "is not one of the values that are taken here";
        }
        return "has a value of the wrong kind";
    }
}
