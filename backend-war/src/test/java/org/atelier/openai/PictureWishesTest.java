package org.atelier.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureWishesTest {
    @ParameterizedTest
    @CsvSource({"n, 2147483648", "n, {}", "seed, 1e300", "prompt, []", "size, {}"})
    void aValueThatCannotBeIsRefusedByItsName(String field, String value) throws JsonProcessingException {
        var body = (ObjectNode) Json.MAPPER.readTree("{\"prompt\": \"A heron\"}");
        body.set(field, Json.MAPPER.readTree(value));

        assertThatThrownBy(() -> PictureWishes.of(body)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
            assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly(field);
        });
    }
}
