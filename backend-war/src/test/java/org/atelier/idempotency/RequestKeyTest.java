package org.atelier.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKeyTest {
    private final UUID user = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"k", "8e03978e-40d5-43e8-bc93-6894a57f9324", "with a blank, \"quotes\" and ~"})
    void aKeyIsTakenAsItIsWritten(String given) {
        assertThat(RequestKey.of(user, "/api/ai/chat", List.of(given)))
                .isEqualTo(new RequestKey(user, "/api/ai/chat", given));
    }

    @Test
    void theLongestKeyIsTakenAndALongerOneIsNot() {
        assertThat(RequestKey.of(user, "/", List.of("k".repeat(255))).given()).hasSize(255);
        assertRefused(List.of("k".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there", "clé", "line\nbreak", "del\u007f"})
    void whatIsNoPrintableAsciiIsRefused(String given) {
        assertRefused(List.of(given));
    }

    @Test
    void twoKeysAreRefused() {
        assertRefused(List.of("one", "two"));
    }

    private void assertRefused(List<String> given) {
        assertThatThrownBy(() -> RequestKey.of(user, "/", given)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
            assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly("Idempotency-Key");
        });
    }
}
