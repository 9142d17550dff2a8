package org.atelier.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;

/**
 * A wish and what became of it.
 *
 * @param parameters as the API takes them, with model and prompt
 * @param history never empty; its last line is the present state
 * @param media ids of what was made
 * @param retryOf the job that this one tries again
 * @param estimatedCost US dollars set aside for it; absent where no price is known
 * @param cost US dollars as the provider told, of all attempts together
 * @param error a problem document, for those that failed or timed out
 * @param checkpoint what its work must know to go on after a restart; of one that has ended: to learn what it cost
 * @param notice why it does not go on at the moment
 * @param keyId the API key that asked for it, which pays for it with its owner
 */
public record Job(
        UUID id,
        UUID userId,
        Kind kind,
        String model,
        JsonNode parameters,
        List<Step> history,
        List<UUID> media,
        Optional<UUID> retryOf,
        Optional<BigDecimal> estimatedCost,
        Optional<BigDecimal> cost,
        Optional<JsonNode> error,
        Optional<JsonNode> checkpoint,
        Optional<String> notice,
        Instant createdAt,
        Optional<UUID> keyId) {

    public Job {
        history = List.copyOf(history);
        media = List.copyOf(media);
    }

    /** A new one, which waits for its turn. */
    public static Job queued(
            Payer payer,
            Kind kind,
            String model,
            JsonNode parameters,
            Optional<UUID> retryOf,
            Optional<BigDecimal> estimatedCost) {
        var now = now();
        return new Job(
                Database.newId(),
                payer.userId(),
                kind,
                model,
                parameters,
                List.of(new Step(JobStatus.QUEUED, now, null)),
                List.of(),
                retryOf,
                estimatedCost,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                payer.keyId());
    }

    public Payer payer() {
        return new Payer(userId, keyId);
    }

    public JobStatus status() {
        return last().status();
    }

    /** @return how often it had its turn */
    public long turns() {
        return history.stream()
                .filter(step -> step.status() == JobStatus.SUBMITTING)
                .count();
    }

    public Optional<Instant> finishedAt() {
        return Optional.of(last()).filter(step -> step.status().isOver()).map(Step::at);
    }

    private Step last() {
        return history.get(history.size() - 1);
    }

    /** @return whether nothing is left to do for it */
    boolean isDone() {
        return status().isOver() && checkpoint.isEmpty();
    }

    /**
     * With an end that comes from the provider there is nothing left to watch; what was cancelled or took too long may still cost.
     *
     * @param reason null: nothing to say
     */
    Job moved(JobStatus to, String reason) {
        var longer = new ArrayList<>(history);
        longer.add(new Step(to, now(), reason));
        var left = to == JobStatus.COMPLETED || to == JobStatus.FAILED ? Optional.<JsonNode>empty() : checkpoint;
        return with(longer, media, cost, error, left);
    }

    public Job made(List<UUID> items) {
        return with(history, items, cost, error, checkpoint);
    }

    public Job costing(Optional<BigDecimal> dollars) {
        return with(history, media, dollars.or(() -> cost), error, checkpoint);
    }

    Job failed(JsonNode problem) {
        return with(history, media, cost, Optional.of(problem), checkpoint);
    }

    Job remembering(JsonNode what) {
        return with(history, media, cost, error, Optional.of(what));
    }

    /** What it waited for is over. */
    private Job with(
            List<Step> steps,
            List<UUID> items,
            Optional<BigDecimal> dollars,
            Optional<JsonNode> problem,
            Optional<JsonNode> remembered) {
        return new Job(
                id,
                userId,
                kind,
                model,
                parameters,
                steps,
                items,
                retryOf,
                estimatedCost,
                dollars,
                problem,
                remembered,
                Optional.empty(),
                createdAt,
                keyId);
    }

    /** As the databases keep it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** A prompt must never reach the log. */
    @Override
    public String toString() {
        return "Job[" + id + ", " + status() + "]";
    }
}
