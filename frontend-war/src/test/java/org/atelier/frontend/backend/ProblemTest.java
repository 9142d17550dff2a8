package org.atelier.frontend.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    @Test
    void theBackendsOwnUnauthenticatedSignsOut() {
        assertThat(problem("/api/problems/unauthenticated", 401).signsOut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 422, 429, 500})
    void noOtherProblemOfTheBackendSignsOut(int status) {
        assertThat(problem("/api/problems/some", status).signsOut()).isFalse();
    }

    @Test
    void whatSomebodyOnTheWayRefusesSignsNobodyOut() {
        assertThat(problem("about:blank", 401).signsOut()).isFalse();
        assertThat(problem(null, 401).signsOut()).isFalse();
    }

    private static Problem problem(String type, int status) {
        return new Problem(type, "Refused", status, null, null, List.of());
    }
}
