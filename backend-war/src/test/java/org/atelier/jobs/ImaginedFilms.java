package org.atelier.jobs;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.atelier.jobs.JobRequests.Alongside;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** The steps of a film, with a provider that answers by chance and with anything that may happen between two of them. */
final class ImaginedFilms implements Work {
    static final Limits LIMITS = new Limits(3, 2);
    static final BigDecimal COST = new BigDecimal("0.07");
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Books books;
    private final Random chance;
    private final Runnable anything;

    ImaginedFilms(Books books, Random chance, Runnable anything) {
        this.books = books;
        this.chance = chance;
        this.anything = anything;
    }

    @Override
    public Kind kind() {
        return Kind.VIDEO;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Job again(Job ended, Payer payer, Alongside also) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Duration> go(Job job, Underway underway) {
        return switch (job.status()) {
            case SUBMITTING -> handIn(job, underway);
            case PROCESSING -> look(job, underway);
            case STORING -> bringHome(job, underway);
            case CANCELLED, TIMED_OUT -> learnCost(job, underway);
            case QUEUED, COMPLETED, FAILED -> Optional.empty();
        };
    }

    private Optional<Duration> handIn(Job job, Underway underway) {
        underway.expectWanted();
        anything.run();
        var intent = books.announce(job);
        anything.run();
        return switch (chance.nextInt(6)) {
            case 0 -> {
                books.end(intent, "certainly_not");
                underway.backToTheQueue("The provider is busy.");
                yield Optional.of(PAUSE);
            }
            case 1 -> {
                books.end(intent, "certainly_not");
                throw Problem.of(ProblemType.PROVIDER_FAILED, "Refused.");
            }
            case 2 -> {
                books.send(job);
                books.end(intent, "unknown");
                throw Problem.of(ProblemType.OUTCOME_UNKNOWN, "Nobody knows.");
            }
            default -> {
                books.send(job);
                anything.run();
                books.end(intent, "unknown");
                underway.accepted(Json.MAPPER.createObjectNode().put("id", "film-" + job.id()));
                yield Optional.of(PAUSE);
            }
        };
    }

    private Optional<Duration> look(Job job, Underway underway) {
        switch (chance.nextInt(8)) {
            case 0 -> throw Problem.of(ProblemType.PROVIDER_TIMEOUT, "The deadline.");
            case 1 -> {
                toldItsCost(job, underway);
                throw Problem.of(ProblemType.PROVIDER_FAILED, "Not made.");
            }
            case 2, 3, 4 -> {
                toldItsCost(job, underway);
                underway.storing();
                return Optional.of(Duration.ZERO);
            }
            default -> {
                return again(job, underway, "It is asked again by itself.");
            }
        }
    }

    private Optional<Duration> again(Job job, Underway underway, String notice) {
        underway.remember(
                job, job.checkpoint().orElseThrow(), Optional.of(notice).filter(some -> chance.nextBoolean()));
        return Optional.of(PAUSE);
    }

    private void toldItsCost(Job job, Underway underway) {
        books.settle(job, COST);
        anything.run();
        underway.costs(Optional.of(COST));
    }

    private Optional<Duration> bringHome(Job job, Underway underway) {
        if (chance.nextInt(3) == 0) {
            return again(job, underway, "It cannot be fetched at the moment.");
        }
        underway.complete(List.of(UUID.randomUUID()), null, handle -> null);
        return Optional.empty();
    }

    private Optional<Duration> learnCost(Job job, Underway underway) {
        if (chance.nextBoolean()) {
            return again(job, underway, "");
        }
        toldItsCost(job, underway);
        underway.done();
        return Optional.empty();
    }
}
