package org.atelier.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.atelier.database.Row;
import org.atelier.database.Table;
import org.atelier.provider.CallOutcome;
import org.atelier.provider.ProviderFailure;
import org.atelier.provider.Usage;

/**
 * A settled attempt. What the provider says of itself is made to fit first: nothing it answers may keep a line out of the ledger.
 *
 * @param call absent when the server died before it knew
 * @param listed US dollars that its tokens come to by the listed prices, for a provider that tells no cost
 */
record LedgerLine(Intent intent, Optional<CallOutcome> call, Optional<BigDecimal> listed, Instant endedAt) {
    private static final Table LEDGER = Table.of(
            "ledger",
            "id",
            "user_id",
            "kind",
            "route",
            "conversation_id",
            "message_id",
            "attempt",
            "model_asked",
            "model_answered",
            "generation_id",
            "outcome",
            "charge",
            "failure",
            "prompt_tokens",
            "completion_tokens",
            "reasoning_tokens",
            "cached_tokens",
            "cost",
            "estimate",
            "reserved",
            "demo",
            "latency_ms",
            "first_token_ms",
            "opened_at",
            "ended_at",
            "key_id");

    private static final int DECIMALS = 10;
    private static final BigDecimal TOO_MUCH = new BigDecimal("100000000");
    private static final int LONGEST_TEXT = 500;

    Row row() {
        var usage = call.flatMap(CallOutcome::usage);
        return LEDGER.row(
                intent.id(),
                intent.userId(),
                intent.kind().word(),
                intent.route().word(),
                intent.conversationId().orElse(null),
                intent.messageId().orElse(null),
                intent.attempt(),
                fitting(intent.model()),
                call.flatMap(CallOutcome::modelAnswered)
                        .map(LedgerLine::fitting)
                        .orElse(null),
                call.flatMap(CallOutcome::generationId).map(LedgerLine::fitting).orElse(null),
                call.map(Outcome::of).orElse(Outcome.UNKNOWN).word(),
                charge().name().toLowerCase(Locale.ROOT),
                call.flatMap(CallOutcome::failure)
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                usage.map(Usage::promptTokens).orElse(null),
                usage.map(Usage::completionTokens).orElse(null),
                usage.flatMap(Usage::reasoningTokens).orElse(null),
                usage.flatMap(Usage::cachedTokens).orElse(null),
                cost().orElse(null),
                estimate().orElse(null),
                intent.reserved().flatMap(LedgerLine::fitting).orElse(null),
                demo(),
                call.map(CallOutcome::latency).map(Duration::toMillis).orElse(null),
                call.flatMap(CallOutcome::timeToFirstToken)
                        .map(Duration::toMillis)
                        .orElse(null),
                intent.openedAt(),
                endedAt,
                intent.keyId().orElse(null));
    }

    boolean demo() {
        return intent.demo() || call.map(CallOutcome::demo).orElse(false);
    }

    /** @return what it took from its owner: the cost, or as long as nobody knows that, what its tokens come to or what was set aside for it */
    BigDecimal spent() {
        var unknown = charge() == ProviderFailure.Charge.CERTAINLY_NOT
                ? Optional.<BigDecimal>empty()
                : estimate().or(() -> intent.reserved().flatMap(LedgerLine::fitting));
        return cost().or(() -> unknown).orElse(BigDecimal.ZERO);
    }

    private Optional<BigDecimal> estimate() {
        return cost().isPresent() ? Optional.empty() : listed.flatMap(LedgerLine::fitting);
    }

    /** @return what to ask the provider for; empty when the cost is known, or there is none, or nothing to ask by */
    Optional<Unpriced> unpriced() {
        boolean open = !demo() && cost().isEmpty() && charge() != ProviderFailure.Charge.CERTAINLY_NOT;
        return call.filter(outcome -> open)
                .flatMap(CallOutcome::generationId)
                .map(generation -> new Unpriced(
                        intent.id(), intent.userId(), intent.keyId(), fitting(generation), spent(), intent.openedAt()));
    }

    private ProviderFailure.Charge charge() {
        return call.map(CallOutcome::charge).orElse(ProviderFailure.Charge.UNKNOWN);
    }

    /** @return US dollars that the provider told */
    Optional<BigDecimal> cost() {
        return call.flatMap(CallOutcome::usage).flatMap(Usage::cost).flatMap(LedgerLine::fitting);
    }

    /** An amount that no ledger column holds is as good as unknown; the scale first, or zeros by the billion would be written out. */
    static Optional<BigDecimal> fitting(BigDecimal amount) {
        return Optional.of(amount)
                .filter(dollars -> Math.abs((long) dollars.scale()) <= 1_000 && dollars.precision() <= 100)
                .filter(dollars -> dollars.signum() >= 0 && dollars.compareTo(TOO_MUCH) < 0)
                .map(dollars -> dollars.setScale(DECIMALS, RoundingMode.HALF_UP))
                .filter(dollars -> dollars.compareTo(TOO_MUCH) < 0);
    }

    /** PostgreSQL refuses the character NUL in any text. */
    private static String fitting(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT)).replace("\0", "");
    }
}
