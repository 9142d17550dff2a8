package org.atelier.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.atelier.database.Database;
import org.atelier.database.Unit;

/** Transitions between whose commits anything may happen, a power cut too. */
final class Brittle extends Transitions {
    private final Runnable anything;

    Brittle(Database database, JobNews news, Runnable anything) {
        super(database, news);
        this.anything = anything;
    }

    /** The power is gone: no handler of ours must take it for a failure. */
    static final class PowerCut extends Error {
        PowerCut() {
            super("power cut", null, false, false);
        }
    }

    @Override
    void create(Job job, Unit<Void> also) {
        anything.run();
        super.create(job, also);
        anything.run();
    }

    @Override
    Optional<Job> move(UUID id, JobStatus to, String reason, UnaryOperator<Job> change, Unit<Void> also) {
        anything.run();
        var moved = super.move(id, to, reason, change, also);
        anything.run();
        return moved;
    }

    @Override
    Optional<Job> accepted(UUID id, JsonNode checkpoint) {
        anything.run();
        var now = super.accepted(id, checkpoint);
        anything.run();
        return now;
    }

    @Override
    void remember(Job job, JsonNode checkpoint, String notice) {
        anything.run();
        super.remember(job, checkpoint, notice);
        anything.run();
    }

    @Override
    void forget(UUID id) {
        anything.run();
        super.forget(id);
        anything.run();
    }

    @Override
    void costs(UUID id, BigDecimal dollars) {
        anything.run();
        super.costs(id, dollars);
        anything.run();
    }
}
