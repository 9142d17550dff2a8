package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.atelier.catalogue.ProviderProblems;
import org.atelier.provider.CallRecorder;
import org.atelier.provider.ProviderFailure;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "fault/401, 503, provider-key-refused",
        "fault/402, 503, provider-out-of-credit",
        "fault/moderation, 422, content-refused",
        "fault/context-too-long, 422, context-too-long",
        "fault/400, 422, parameter-refused",
        "fault/unknown-model, 422, model-not-available",
        "fault/429, 503, provider-busy",
        "fault/529, 503, provider-busy",
        "fault/500, 502, provider-failed",
        "fault/200-garbage, 502, provider-failed",
        "fault/silence, 504, provider-timeout"
    })
    void whatTheProviderSaysIsToldByTheTableOfTheContract(String model, int status, String slug) {
        var problem = ProviderProblems.of(failure(model, TestProvider.UNRECORDED));
        assertThat(problem.type().slug()).isEqualTo(slug);
        assertThat(problem.type().status()).isEqualTo(status);
    }

    @Test
    void whatModerationNamedIsPassedOn() {
        assertThat(ProviderProblems.of(failure("fault/moderation", TestProvider.UNRECORDED))
                        .extra())
                .containsEntry("reasons", List.of("violence", "weapons"));
    }

    @Test
    void aBusyProviderSaysWhenToComeBack() {
        var problem = ProviderProblems.of(failure("fault/429-retry-after", TestProvider.UNRECORDED));
        assertThat(problem.retryAfter()).get().hasToString("PT1H");
        assertThat(ProviderProblems.of(failure("fault/429", TestProvider.UNRECORDED))
                        .retryAfter())
                .isPresent();
    }

    @Test
    void theRecordersOwnProblemIsToldAsItIs() {
        var exhausted = Problem.of(ProblemType.BUDGET_EXHAUSTED, "Nothing is left.");
        CallRecorder refusing = request -> CompletableFuture.failedFuture(exhausted);
        assertThat(ProviderProblems.of(failure("fault/500", refusing))).isSameAs(exhausted);
    }

    private static ProviderFailure failure(String model, CallRecorder recorder) {
        try (var provider = new TestProvider()) {
            var answer = provider.client.complete(TestProvider.ask(model), recorder);
            var failed = catchThrowableOfType(CompletionException.class, answer::join);
            return (ProviderFailure) failed.getCause();
        }
    }
}
