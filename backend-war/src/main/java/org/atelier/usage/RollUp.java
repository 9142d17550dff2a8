package org.atelier.usage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;

/**
 * Adds up the ledger's days that are over, so that a question about years reads some thousand rows. A day is read aside and stored in one unit
 * of work, which holds only if no line of that day has come or changed meanwhile; so it may be interrupted at any point and done again at any
 * time, and what is not added up yet is asked of the ledger.
 */
@ApplicationScoped
class RollUp {
    private static final System.Logger LOG = System.getLogger(RollUp.class.getName());
    private static final int PAUSE_SECONDS = 60;
    private static final int WORTH_SAYING = 7;

    private final Ledger ledger;
    private final DayTable table;
    private ScheduledExecutorService clock;

    @Inject
    RollUp(Database database, Ledger ledger) {
        this.ledger = ledger;
        this.table = new DayTable(database);
    }

    /** For the container's proxy only. */
    protected RollUp() {
        this.ledger = null;
        this.table = null;
    }

    /** After the ledger, whose start may append lines of days long gone. */
    void start(@Observes @Priority(450) DatabaseReady ready) {
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "roll-up");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::run, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            catchUp(Days.of(Instant.now()) - 1);
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Days of the ledger could not be added up; they are asked of it meanwhile, and it is tried again.",
                    failed);
        }
    }

    /** @param last the newest day that is over */
    void catchUp(int last) {
        long begun = System.nanoTime();
        var closed = ledger.store().closedDays();
        closed.closeThrough(last);
        var stale = closed.stale();
        for (var day : stale) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            table.store(day, table.addedUp(day.day()));
        }
        if (stale.size() >= WORTH_SAYING) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} days of the ledger were added up in {1} s.",
                    stale.size(),
                    (System.nanoTime() - begun) / 1_000_000_000);
        }
    }

    /** Before the ledger and the database. */
    void stop(@Observes @Priority(2500) @BeforeDestroyed(ApplicationScoped.class) Object application) {
        if (clock != null) {
            clock.shutdownNow();
        }
    }
}
