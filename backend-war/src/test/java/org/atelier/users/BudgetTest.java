package org.atelier.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.atelier.users.Budget.Period;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"-1\",\"period\":\"day\"}",
                "{\"amount\":\"1\"}",
                "{\"period\":\"day\"}",
                "{\"amount\":\"0.12345678901\",\"period\":\"day\"}",
                "{\"amount\":\"1e99\",\"period\":\"day\"}"
            })
    void aBudgetThatIsNoneIsRefused(String budget) {
        assertThatThrownBy(() -> Json.MAPPER.readValue(budget, Budget.class)).hasRootCauseInstanceOf(Problem.class);
    }

    @Test
    void periodsBeginAtMidnightUtc() {
        var leapDay = Instant.parse("2028-02-29T23:59:59Z");
        assertThat(Period.DAY.start(leapDay)).isEqualTo("2028-02-29T00:00:00Z");
        assertThat(Period.DAY.end(leapDay)).contains(Instant.parse("2028-03-01T00:00:00Z"));
        assertThat(Period.MONTH.start(leapDay)).isEqualTo("2028-02-01T00:00:00Z");
        assertThat(Period.MONTH.end(leapDay)).contains(Instant.parse("2028-03-01T00:00:00Z"));
        assertThat(Period.TOTAL.end(leapDay)).isEmpty();
    }
}
