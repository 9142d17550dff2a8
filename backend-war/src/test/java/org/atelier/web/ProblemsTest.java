package org.atelier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
    enum Size {
        SMALL
    }

    record Inner(int amount) {}

    record Order(String name, Size size, List<Inner> items) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nam\":\"x\"} | nam",
                "{\"name\":{}} | name",
                "{\"size\":\"LARGE\"} | size",
                "{\"items\":[{\"amount\":1},{\"amount\":\"x\"}]} | items[1].amount",
                "{\"items\":[{\"price\":1}]} | items[0].price"
            })
    void aFieldThatCannotBeIsNamed(String json, String field) {
        var problem = Problems.from(unreadable(json), "r");

        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
        assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly(field);
        assertThat(problem.detail()).doesNotContain("org.atelier").doesNotContain("java.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"name\":", "[]", "{} x", "{'name':1}", "\"text\""})
    void whatIsNoJsonObjectIsMalformed(String json) {
        assertThat(Problems.from(unreadable(json), "r").type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void theDocumentHasTheMembersOfTheContractAndNoEmptyOnes() throws Exception {
        var problem = Problem.of(ProblemType.CONTENT_REFUSED, "Refused.").with("reasons", List.of("violence"));

        assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(ProblemBody.of(problem, "r-1"))))
                .isEqualTo(Json.MAPPER.readTree("""
                                {"type": "/api/problems/content-refused", "title": "The content was refused", "status": 422,
                                 "detail": "Refused.", "request_id": "r-1", "reasons": ["violence"]}"""));
    }

    @Test
    void aProblemKeepsItsMeaningInsideAnAsynchronousFailure() {
        var problem = Problem.of(ProblemType.CONFLICT, "No.");

        assertThat(Problems.from(new CompletionException(problem), "r")).isSameAs(problem);
    }

    @Test
    void whatNobodyExpectedTellsNothingInternal() {
        var failure = new IllegalStateException("jdbc:duckdb:/secret/path");
        failure.setStackTrace(new StackTraceElement[0]);

        var problem = Problems.from(failure, "r");

        assertThat(problem.type()).isEqualTo(ProblemType.INTERNAL);
        assertThat(problem.detail()).doesNotContain("secret");
    }

    @Test
    void whoHasToWaitIsToldHowLong() {
        var problem = Problem.of(ProblemType.TOO_MANY_REQUESTS, "Wait.").retryAfter(Duration.ofMillis(300));

        assertThat(Problems.headers(problem)).containsEntry("Retry-After", "1");
    }

    private static JsonProcessingException unreadable(String json) {
        return catchThrowableOfType(JsonProcessingException.class, () -> Json.MAPPER.readValue(json, Order.class));
    }
}
