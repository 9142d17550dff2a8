package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.atelier.provider.Usage;
import org.atelier.web.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenUsageTest {
    @ParameterizedTest
    @ValueSource(strings = {"1E+15", "-0.1", "1E+999999999", "1E-999999999"})
    void aCostThatNoColumnHoldsIsUnknown(String dollars) {
        assertThat(cost(dollars)).isEmpty();
    }

    @Test
    void aCostIsToldAsItIsStored() {
        assertThat(cost("0.0000001").orElseThrow()).hasToString("0.0000001");
        assertThat(cost("0.1234567890129").orElseThrow()).hasToString("0.123456789013");
    }

    private static Optional<Money> cost(String dollars) {
        var told = new Usage(1, 1, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(dollars)), false);
        return TokenUsage.of(told).cost();
    }
}
