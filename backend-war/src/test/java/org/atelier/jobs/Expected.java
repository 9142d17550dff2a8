package org.atelier.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What holds of jobs whatever happened, written down a second time and apart from the product. */
final class Expected {
    private static final Map<String, Set<String>> LEGAL = Map.of(
            "QUEUED", Set.of("SUBMITTING", "FAILED", "CANCELLED"),
            "SUBMITTING", Set.of("QUEUED", "PROCESSING", "FAILED", "CANCELLED"),
            "PROCESSING", Set.of("STORING", "FAILED", "CANCELLED", "TIMED_OUT"),
            "STORING", Set.of("COMPLETED", "FAILED"));
    private static final Set<String> TURNS = Set.of("SUBMITTING", "PROCESSING", "STORING");

    private final Books books;
    private final Map<UUID, List<Step>> known = new HashMap<>();
    private final Map<UUID, JobStatus> ended = new HashMap<>();

    Expected(Books books) {
        this.books = books;
    }

    /** Somebody was told that it ended like this. */
    void toldToBe(UUID job, JobStatus end) {
        ended.put(job, end);
    }

    void hold(List<Job> jobs) {
        jobs.forEach(this::holdsOf);
        var turns = jobs.stream()
                .filter(job -> TURNS.contains(job.status().name()))
                .collect(Collectors.groupingBy(Job::userId, Collectors.counting()));
        assertThat(turns.values()).as("turns of a person").allMatch(some -> some <= 2);
        assertThat(turns.values().stream().mapToLong(some -> some).sum())
                .as("turns of all")
                .isLessThanOrEqualTo(3);
    }

    private void holdsOf(Job job) {
        var before = known.getOrDefault(job.id(), List.of());
        var now = job.history();
        assertThat(now.subList(0, Math.min(before.size(), now.size())))
                .as("only grows")
                .isEqualTo(before);
        for (int i = Math.max(1, before.size()); i < now.size(); i++) {
            assertThat(LEGAL.getOrDefault(now.get(i - 1).status().name(), Set.of()))
                    .as("after %s", now.get(i - 1))
                    .contains(now.get(i).status().name());
        }
        known.put(job.id(), now);
        assertThat(books.sent(job.id())).as("times that %s was sent", job).isLessThanOrEqualTo(1);
        if (ended.containsKey(job.id())) {
            assertThat(job.status()).isEqualTo(ended.get(job.id()));
        }
    }

    /** @param before the jobs as the cut left them */
    void holdAfterAStart(List<Job> before, List<Job> now) {
        var after = now.stream().collect(Collectors.toMap(Job::id, Function.identity()));
        for (var job : before) {
            var found = after.get(job.id());
            assertThat(found.status()).as("%s after a start", job).isEqualTo(afterAStart(job));
            if (afterAStart(job) != job.status() && found.status() == JobStatus.FAILED) {
                var error = found.error().orElseThrow();
                assertThat(error.path("type").asText()).endsWith("outcome-unknown");
                assertThat(error.path("ledger_id").asText()).isNotBlank();
            }
        }
    }

    private JobStatus afterAStart(Job job) {
        if (!job.status().name().equals("SUBMITTING") || job.checkpoint().isPresent()) {
            return job.status();
        }
        return books.mayBePaid(job) ? JobStatus.FAILED : JobStatus.QUEUED;
    }

    void holdAtTheEnd(List<Job> jobs) {
        hold(jobs);
        for (var job : jobs) {
            assertThat(job.status().isOver()).as("%s is over", job).isTrue();
            assertThat(job.checkpoint()).as("nothing left to do for %s", job).isEmpty();
            assertThat(books.lines(job.id())).as("a line for each intent").hasSize((int) books.announced(job.id()));
            boolean accepted = job.history().stream().anyMatch(step -> step.status() == JobStatus.PROCESSING);
            if (accepted) {
                assertThat(books.sent(job.id())).as("%s was sent", job).isOne();
                assertThat(job.cost().orElseThrow()).isEqualByComparingTo(ImaginedFilms.COST);
                assertThat(books.lines(job.id()))
                        .as("%s is paid for once", job)
                        .filteredOn(line -> line.get("cost") != null)
                        .hasSize(1);
            }
        }
    }
}
