package org.atelier.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.gallery.GalleryItem;
import org.atelier.usage.Kind;
import org.atelier.web.Money;

/**
 * A job as its owner sees it.
 *
 * @param media what was made and is not deleted
 * @param cost US dollars; null: not known, or not yet
 * @param estimatedCost US dollars that were set aside; null: nobody knows the price
 * @param notice why it does not go on at the moment; null: nothing holds it up
 * @param error a problem document; null: none
 * @param retryOf the job that this one tries again; null: none
 */
public record JobView(
        UUID id,
        Kind kind,
        JobStatus status,
        JsonNode parameters,
        List<GalleryItem> media,
        Optional<Money> cost,
        Optional<Money> estimatedCost,
        Optional<String> notice,
        Optional<JsonNode> error,
        List<Step> history,
        Optional<UUID> retryOf,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    static JobView of(Job job, List<GalleryItem> media) {
        return new JobView(
                job.id(),
                job.kind(),
                job.status(),
                job.parameters(),
                media,
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
