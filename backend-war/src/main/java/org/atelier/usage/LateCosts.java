package org.atelier.usage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.database.DatabaseReady;
import org.atelier.provider.Usage;

/**
 * A stream that was stopped or broke never says what it cost, so what was set aside counts as spent. The provider is asked for the true
 * amount a moment later, again at longer and longer intervals, and once more after a restart; each line is settled once.
 */
@ApplicationScoped
class LateCosts {
    private static final System.Logger LOG = System.getLogger(LateCosts.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_LOOKS = 8;

    /** Older ones are no longer asked for at a start. */
    private static final Duration WORTH_ASKING = Duration.ofDays(1);

    private final Ledger ledger;
    private final ProviderConnection provider;
    private final Duration firstPause;
    private final ScheduledThreadPoolExecutor clock;

    @Inject
    LateCosts(Ledger ledger, ProviderConnection provider) {
        this(ledger, provider, FIRST_PAUSE);
    }

    LateCosts(Ledger ledger, ProviderConnection provider, Duration firstPause) {
        this.ledger = ledger;
        this.provider = provider;
        this.firstPause = firstPause;
        this.clock = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "late-costs");
            thread.setDaemon(true);
            return thread;
        });
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** For the container's proxy only. */
    protected LateCosts() {
        this.ledger = null;
        this.provider = null;
        this.firstPause = null;
        this.clock = null;
    }

    /** After the ledger and the catalogue. */
    void start(@Observes @Priority(400) DatabaseReady ready) {
        ledger.whenUnpriced(line -> later(line, 1));
        ledger.store().unpricedSince(Instant.now().minus(WORTH_ASKING)).forEach(line -> later(line, 1));
    }

    private void later(Unpriced line, int look) {
        if (look > MOST_LOOKS) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "The provider does not tell what the call {0} cost; what was set aside counts.",
                    line.id());
            return;
        }
        var pause = firstPause.multipliedBy(1L << (look - 1));
        try {
            clock.schedule(() -> ask(line, look), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            // The next start asks.
        }
    }

    private void ask(Unpriced line, int look) {
        if (provider.demo() || !provider.dialect().tellsCostLater()) {
            return;
        }
        provider.client().generation(line.generationId()).whenComplete((usage, failed) -> {
            if (failed != null || usage.cost().isEmpty()) {
                later(line, look + 1);
            } else {
                settle(line, usage, look);
            }
        });
    }

    private void settle(Unpriced line, Usage usage, int look) {
        ledger.settleLate(line, usage).whenComplete((settled, failed) -> {
            if (failed != null || !settled) {
                later(line, look + 1);
            }
        });
    }

    /** Before the connection to the provider and the ledger. */
    void stop(@Observes @Priority(2500) @BeforeDestroyed(ApplicationScoped.class) Object application) {
        clock.shutdownNow();
    }
}
