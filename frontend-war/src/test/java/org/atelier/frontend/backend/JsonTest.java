package org.atelier.frontend.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the backend understands of what we send. */
class JsonTest {

    private record Cost(BigDecimal perToken) {}

    @Test
    void moneyIsTextWithoutAnExponentWhereverItStands() throws Exception {
        BigDecimal amount = new BigDecimal("1.5E-7");
        assertThat(Json.MAPPER.writeValueAsString(new Cost(amount))).isEqualTo("{\"per_token\":\"0.00000015\"}");
        assertThat(Json.MAPPER.writeValueAsString(Map.of("price", new Cost(amount))))
                .isEqualTo("{\"price\":{\"per_token\":\"0.00000015\"}}");
    }
}
