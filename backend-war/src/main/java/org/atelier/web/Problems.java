package org.atelier.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Says of any failure what the caller is told, and logs once, here at the edge, what he is not told. */
public final class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final Duration BUSY_DATABASE = Duration.ofSeconds(1);

    private Problems() {}

    /**
     * @param requestId printed with what nobody expected
     * @return the failure itself if it is a problem already, else the problem that it amounts to
     */
    public static Problem from(Throwable failure, String requestId) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof CompletionException || failure instanceof ExecutionException) {
            return from(
                    failure.getCause() == null ? new IllegalStateException(failure) : failure.getCause(), requestId);
        }
        if (failure instanceof JsonProcessingException unreadable) {
            return JsonProblem.from(unreadable);
        }
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            return of(refused.getResponse().getStatus());
        }
        if (failure instanceof org.atelier.database.DatabaseBusy) {
            return Problem.of(
                            ProblemType.UNAVAILABLE, "Too much is being written at the moment. Try again in a second.")
                    .retryAfter(BUSY_DATABASE);
        }
        LOG.log(System.Logger.Level.ERROR, "Request " + requestId + " failed", failure);
        return internal();
    }

    /** @return what a status amounts to that the server chose, or Jersey */
    static Problem of(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing here. Check the address.");
            case 405, 501 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address does not take that method.");
            case 406 ->
                Problem.of(ProblemType.NOT_ACCEPTABLE, "The Accept header asks for a form that is not offered here.");
            case 415 ->
                Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send JSON with Content-Type: application/json.");
            default ->
                status < 500
                        ? Problem.of(ProblemType.MALFORMED_REQUEST, "The request could not be understood.")
                        : internal();
        };
    }

    private static Problem internal() {
        return Problem.of(
                ProblemType.INTERNAL,
                "Something went wrong on the server. Try again; if it stays, report it with the request id.");
    }

    /** Answers a servlet's request with a problem, unless bytes have been sent already. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        response.getOutputStream()
                .write(
                        path.startsWith(ProtocolError.ROOT)
                                ? prepareForProtocol(response, problem)
                                : prepare(response, problem, RequestId.of(request)));
    }

    /** As {@link #prepare}, in the OpenAI protocol's shape. */
    public static byte[] prepareForProtocol(HttpServletResponse response, Problem problem) {
        response.setStatus(ProtocolError.status(problem.type()));
        response.setContentType("application/json");
        headers(problem).forEach(response::setHeader);
        if (problem.type() == ProblemType.OUTCOME_UNKNOWN) {
            response.setHeader(ProtocolError.SHOULD_RETRY, "false");
        }
        var body = ProtocolError.bytes(problem);
        response.setContentLength(body.length);
        return body;
    }

    /** Sets status and headers, for those who must not write themselves. @return the body that belongs to them */
    public static byte[] prepare(HttpServletResponse response, Problem problem, String requestId) {
        response.setStatus(problem.type().status());
        response.setContentType(MEDIA_TYPE);
        headers(problem).forEach(response::setHeader);
        var body = bytes(ProblemBody.of(problem, requestId));
        response.setContentLength(body.length);
        return body;
    }

    private static byte[] bytes(ProblemBody body) {
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @return headers that belong to the kind of failure */
    static Map<String, String> headers(Problem problem) {
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            return Map.of("WWW-Authenticate", "Bearer");
        }
        return problem.retryAfter()
                .map(wait -> Map.of("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))))
                .orElse(Map.of());
    }
}
