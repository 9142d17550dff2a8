package org.atelier.jobs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.atelier.jobs.JobRequests.Alongside;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;
import org.atelier.web.Json;

/** Work that does, turn by turn, what a test wrote down; with nothing written down it has accepted a film that never ends. */
final class Scripted implements Work {
    static final Duration PAUSE = Duration.ofSeconds(7);

    interface Line {
        Optional<Duration> play(Job job, Underway underway);
    }

    final Deque<Line> lines = new ArrayDeque<>();
    /** In the order in which they came. */
    final List<UUID> seen = new ArrayList<>();

    /** Where one that is tried again is put. */
    Consumer<Job> beginning = job -> {};

    private final Limits limits;

    Scripted(Limits limits) {
        this.limits = limits;
    }

    static Optional<Duration> accept(Job job, Underway underway) {
        if (job.checkpoint().isEmpty()) {
            underway.accepted(Json.MAPPER.createObjectNode().put("id", "film"));
        }
        return Optional.of(PAUSE);
    }

    static Optional<Duration> finish(Job job, Underway underway) {
        underway.processing().join();
        underway.storing();
        underway.complete(List.of(), null, handle -> null);
        return Optional.empty();
    }

    @Override
    public Kind kind() {
        return Kind.VIDEO;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Job again(Job ended, Payer payer, Alongside also) {
        var job = Job.queued(
                payer, ended.kind(), ended.model(), ended.parameters(), Optional.of(ended.id()), ended.estimatedCost());
        beginning.accept(job);
        return job;
    }

    @Override
    public Optional<Duration> go(Job job, Underway underway) {
        seen.add(job.id());
        if (job.status().isOver()) {
            underway.done();
            return Optional.empty();
        }
        return lines.isEmpty() ? accept(job, underway) : lines.remove().play(job, underway);
    }
}
