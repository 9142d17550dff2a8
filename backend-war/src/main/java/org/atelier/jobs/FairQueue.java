package org.atelier.jobs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Jobs that wait, by person: everybody gets a turn in a round, however many somebody has, and nobody more than so many at once. */
final class FairQueue {
    private final Map<UUID, Deque<UUID>> waiting = new LinkedHashMap<>();
    private final Map<UUID, Integer> running = new HashMap<>();
    private final Map<UUID, Integer> resting = new HashMap<>();
    private final Limits limits;
    private int turns;

    FairQueue(Limits limits) {
        this.limits = limits;
    }

    /** A job whose turn it is. */
    record Turn(UUID person, UUID job) {}

    synchronized void add(UUID person, UUID job) {
        waiting.computeIfAbsent(person, id -> new ArrayDeque<>()).add(job);
    }

    /** @return how many of that person wait, those included that are not to have a turn for the moment */
    synchronized int waiting(UUID person) {
        var own = waiting.get(person);
        return resting.getOrDefault(person, 0) + (own == null ? 0 : own.size());
    }

    /** @return how many of all wait, as {@link #waiting(UUID)} counts them */
    synchronized int waiting() {
        return resting.values().stream().mapToInt(Integer::intValue).sum()
                + waiting.values().stream().mapToInt(Deque::size).sum();
    }

    synchronized int turns() {
        return turns;
    }

    /** One waits outside of the queue; {@link #back} has to follow. */
    synchronized void rests(UUID person) {
        resting.merge(person, 1, Integer::sum);
    }

    /** One that rested is in the queue again. */
    synchronized void back(UUID person, UUID job) {
        one(resting, person);
        add(person, job);
    }

    /** Gives the next turn; {@link #done} has to follow. @return empty when nobody waits who may have one now */
    synchronized Optional<Turn> take() {
        if (turns >= limits.mostAtOnce()) {
            return Optional.empty();
        }
        for (var person : waiting.keySet()) {
            if (running.getOrDefault(person, 0) < limits.mostOfAPerson()) {
                var own = waiting.remove(person);
                var turn = new Turn(person, own.remove());
                if (!own.isEmpty()) {
                    // Behind everybody else.
                    waiting.put(person, own);
                }
                occupy(person);
                return Optional.of(turn);
            }
        }
        return Optional.empty();
    }

    /** A turn that somebody has already, from before a restart. */
    synchronized void occupy(UUID person) {
        turns++;
        running.merge(person, 1, Integer::sum);
    }

    synchronized void done(UUID person) {
        turns--;
        one(running, person);
    }

    private static void one(Map<UUID, Integer> counts, UUID less) {
        counts.computeIfPresent(less, (id, count) -> count == 1 ? null : count - 1);
    }
}
