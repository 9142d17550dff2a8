package org.atelier.usage;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.atelier.users.Budget;

/**
 * Whom and what a paid call is for.
 *
 * @param userId who pays
 * @param conversationId where the answer belongs, if it belongs anywhere
 * @param messageId the message that the answer becomes, the id that it goes out with, or the job
 * @param reserved US dollars set aside until the outcome is known; absent where no price is known
 * @param budget within which that has to be, if the person has one
 * @param key that it was asked with
 */
public record Purpose(
        UUID userId,
        Kind kind,
        Route route,
        Optional<UUID> conversationId,
        Optional<UUID> messageId,
        Optional<BigDecimal> reserved,
        Optional<Budget> budget,
        Optional<KeyShare> key) {

    public Purpose {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(route);
        Objects.requireNonNull(conversationId);
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(reserved);
        Objects.requireNonNull(budget);
        Objects.requireNonNull(key);
    }

    /** Asked by somebody who is signed in. */
    public Purpose(
            UUID userId,
            Kind kind,
            Route route,
            Optional<UUID> conversationId,
            Optional<UUID> messageId,
            Optional<BigDecimal> reserved,
            Optional<Budget> budget) {
        this(userId, kind, route, conversationId, messageId, reserved, budget, Optional.empty());
    }

    /** One-shot text that is kept nowhere. */
    public static Purpose text(UUID userId, Route route) {
        return new Purpose(
                userId, Kind.TEXT, route, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same for the answer of this id. */
    public Purpose as(UUID answer) {
        return new Purpose(userId, kind, route, conversationId, Optional.of(answer), reserved, budget, key);
    }

    /** An answer in a conversation. */
    public static Purpose answer(UUID userId, UUID conversationId, UUID messageId) {
        return new Purpose(
                userId,
                Kind.TEXT,
                Route.ANSWER,
                Optional.of(conversationId),
                Optional.of(messageId),
                Optional.empty(),
                Optional.empty());
    }

    /** Pictures or a film that a job makes. */
    public static Purpose job(UUID userId, Kind kind, Route route, UUID jobId) {
        return new Purpose(
                userId, kind, route, Optional.empty(), Optional.of(jobId), Optional.empty(), Optional.empty());
    }

    /** The same with what may be spent on it. */
    public Purpose within(Allowance allowance) {
        return new Purpose(
                userId,
                kind,
                route,
                conversationId,
                messageId,
                allowance.reserved(),
                allowance.budget(),
                allowance.key());
    }

    /** @return the budgets that it has to fit in */
    Limits limits() {
        return new Limits(userId, budget, key);
    }
}
