package org.atelier.usage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What calls come to.
 *
 * @param cost US dollars that providers told
 * @param estimated US dollars that count where they told none: what the tokens come to by the listed prices, or what was set aside
 * @param unknownCosts calls of which nobody can say what they cost
 */
record UsageFigures(
        long calls,
        long failures,
        long promptTokens,
        long completionTokens,
        BigDecimal cost,
        BigDecimal estimated,
        long unknownCosts) {

    static final UsageFigures NONE = new UsageFigures(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    static UsageFigures read(ResultSet row) throws SQLException {
        return new UsageFigures(
                row.getLong("calls"),
                row.getLong("failures"),
                row.getLong("prompt_tokens"),
                row.getLong("completion_tokens"),
                row.getBigDecimal("cost"),
                row.getBigDecimal("estimated"),
                row.getLong("unknown_costs"));
    }

    UsageFigures plus(UsageFigures other) {
        return new UsageFigures(
                calls + other.calls,
                failures + other.failures,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                cost.add(other.cost),
                estimated.add(other.estimated),
                unknownCosts + other.unknownCosts);
    }

    BigDecimal spent() {
        return cost.add(estimated);
    }
}
