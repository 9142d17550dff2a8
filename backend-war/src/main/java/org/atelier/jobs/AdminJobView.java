package org.atelier.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.usage.Kind;
import org.atelier.web.Money;

/**
 * A job as an administrator sees it: whose it is and how it goes, but not what was asked for nor what was made.
 *
 * @param user null: gone meanwhile
 */
public record AdminJobView(
        UUID id,
        Kind kind,
        JobStatus status,
        String model,
        Optional<Owner> user,
        Optional<Money> cost,
        Optional<Money> estimatedCost,
        Optional<String> notice,
        Optional<JsonNode> error,
        List<Step> history,
        Optional<UUID> retryOf,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    /** Whose it is. */
    public record Owner(UUID id, String email) {}

    static AdminJobView of(Job job, Optional<Owner> owner) {
        return new AdminJobView(
                job.id(),
                job.kind(),
                job.status(),
                job.model(),
                owner,
                job.cost().map(Money::new),
                job.estimatedCost().map(Money::new),
                job.notice(),
                job.error(),
                job.history(),
                job.retryOf(),
                job.createdAt(),
                job.finishedAt());
    }
}
