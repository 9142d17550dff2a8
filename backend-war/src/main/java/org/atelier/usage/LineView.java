package org.atelier.usage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.atelier.web.Money;

/**
 * A line of the ledger as an administrator sees it: what was paid for, nothing of what was said.
 *
 * @param user whose it is; the address is null when that person is gone
 * @param keyId the API key that it was asked with; null: its owner was signed in
 * @param job of a picture or a film
 * @param attempt 1 for the first, then the retries
 * @param outcome {@code completed}, {@code stopped}, {@code cut}, {@code refused}, {@code failed}, {@code unknown} or {@code not_charged}
 * @param charge whether it was charged: {@code certainly}, {@code certainly_not} or {@code unknown}
 * @param cost US dollars; null: nobody has told
 * @param counted what counts as spent: the cost, or what the tokens come to by the listed prices, or what was set aside
 * @param demo whether that is play money
 * @param settleable whether an administrator may say what it cost
 */
public record LineView(
        UUID id,
        Payer user,
        UUID keyId,
        Kind kind,
        String route,
        UUID job,
        int attempt,
        String modelAsked,
        String modelAnswered,
        String generationId,
        String outcome,
        String charge,
        String failure,
        Long promptTokens,
        Long completionTokens,
        Money cost,
        Money counted,
        boolean demo,
        boolean settleable,
        Long latencyMs,
        Instant openedAt,
        Instant endedAt) {

    /** Whose money it was. */
    public record Payer(UUID id, String email) {}

    /** Beside the columns of the table. */
    static final String COUNTED = LedgerStore.SPENT + " AS counted";

    static LineView read(ResultSet row, Function<UUID, Optional<String>> emails) throws SQLException {
        var owner = row.getObject("user_id", UUID.class);
        var kind = Kind.of(row.getString("kind"));
        var cost = Optional.ofNullable(row.getBigDecimal("cost"));
        return new LineView(
                row.getObject("id", UUID.class),
                new Payer(owner, emails.apply(owner).orElse(null)),
                row.getObject("key_id", UUID.class),
                kind,
                row.getString("route"),
                kind == Kind.TEXT ? null : row.getObject("message_id", UUID.class),
                row.getInt("attempt"),
                row.getString("model_asked"),
                row.getString("model_answered"),
                row.getString("generation_id"),
                row.getString("outcome"),
                row.getString("charge"),
                row.getString("failure"),
                number(row, "prompt_tokens"),
                number(row, "completion_tokens"),
                cost.map(Money::new).orElse(null),
                new Money(row.getBigDecimal("counted")),
                row.getBoolean("demo"),
                settleable(row, cost),
                number(row, "latency_ms"),
                time(row, "opened_at"),
                time(row, "ended_at"));
    }

    /** What was completed tells its cost by itself or never will; a film that was accepted has a job that is settled. */
    private static boolean settleable(ResultSet row, Optional<BigDecimal> cost) throws SQLException {
        return cost.isEmpty()
                && !"certainly_not".equals(row.getString("charge"))
                && !Outcome.COMPLETED.word().equals(row.getString("outcome"));
    }

    private static Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
