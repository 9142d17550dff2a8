package org.atelier.catalogue;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.atelier.database.DatabaseReady;
import org.atelier.settings.Settings;
import org.atelier.users.RealProvider;

/**
 * Asks the provider for its key and its models: at the start, every hour, sooner while it fails, and at once when the settings
 * point elsewhere. All of it happens on one thread of its own; what was known stays offered until something newer has come.
 */
@ApplicationScoped
class CatalogueRefresh {
    private static final System.Logger LOG = System.getLogger(CatalogueRefresh.class.getName());

    /**
     * @param look between two looks at the settings
     * @param firstRetry after a failure, doubled after each further one
     */
    record Pace(Duration look, Duration refresh, Duration firstRetry, Duration longestRetry, Duration firstWait) {
        static final Pace STANDARD = new Pace(
                Duration.ofSeconds(2),
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5));
    }

    private final ProviderConnection connection;
    private final Catalogue catalogue;
    private final NewModels newModels;
    private final Pace pace;
    private final Runnable realProvider;
    private final ScheduledThreadPoolExecutor thread;
    private ModelMerge merge;
    private ScheduledFuture<?> next;
    private int failures;
    private boolean wasListed = true;
    private volatile RefreshReport last;

    @Inject
    CatalogueRefresh(
            ProviderConnection connection, Catalogue catalogue, Settings settings, Event<RealProvider> realProvider) {
        this(connection, catalogue, NewModels.of(settings), Pace.STANDARD, () -> realProvider.fire(new RealProvider()));
    }

    /** @param realProvider told at every start with one, and when one is taken up */
    CatalogueRefresh(
            ProviderConnection connection, Catalogue catalogue, NewModels newModels, Pace pace, Runnable realProvider) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.newModels = newModels;
        this.pace = pace;
        this.realProvider = realProvider;
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            var worker = new Thread(work, "catalogue");
            worker.setDaemon(true);
            return worker;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    /** For the container's proxy only. */
    protected CatalogueRefresh() {
        this.connection = null;
        this.catalogue = null;
        this.newModels = null;
        this.pace = null;
        this.realProvider = null;
        this.thread = null;
    }

    /** Only a start that knows no models waits a moment for them, so that the first visitor finds some. */
    void start(@Observes @Priority(300) DatabaseReady ready) {
        merge = new ModelMerge(
                new ModelTable(ready.database()), new ChoiceTable(ready.database()), newModels, catalogue);
        merge.load(connection.demo());
        tellRealProvider();
        var first = CompletableFuture.supplyAsync(this::refresh, thread).thenCompose(refreshed -> refreshed);
        thread.scheduleWithFixedDelay(
                this::look, pace.look().toMillis(), pace.look().toMillis(), TimeUnit.MILLISECONDS);
        if (catalogue.snapshot().all().isEmpty()) {
            await(first);
        }
    }

    private void await(CompletableFuture<?> first) {
        try {
            first.get(pace.firstWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException goesOn) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No models are known yet; they will appear as soon as the provider answers.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (connection.takeUpChanges()) {
                merge.load(connection.demo());
                tellRealProvider();
                failures = 0;
                refresh();
            }
            connection.lookAfter();
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "The provider's settings could not be taken up", failed);
        }
    }

    private void tellRealProvider() {
        if (!connection.demo()) {
            realProvider.run();
        }
    }

    /** Decides about models, and returns when that is on disk and holds. */
    void decide(ModelMerge.Decision decision) {
        merge.decide(decision);
    }

    /** @return what came and went; fails with what kept the provider from telling */
    CompletableFuture<RefreshReport> now() {
        return CompletableFuture.supplyAsync(this::refresh, thread).thenCompose(refreshed -> refreshed);
    }

    /** @return what the last refresh brought; empty as long as none has come since the start */
    Optional<RefreshReport> last() {
        return Optional.ofNullable(last);
    }

    private CompletableFuture<RefreshReport> refresh() {
        if (next != null) {
            next.cancel(false);
        }
        var asked = connection.target();
        var key = connection.checkKey();
        return connection
                .client()
                .models()
                .thenCombine(key, (models, report) -> models)
                .thenApplyAsync(
                        models -> {
                            if (asked != connection.target()) {
                                throw new CancellationException("The settings point elsewhere meanwhile.");
                            }
                            last = merge.take(models, asked.demo());
                            return last;
                        },
                        thread)
                .whenCompleteAsync((done, failed) -> goOn(asked, failed), thread);
    }

    private void goOn(Object asked, Throwable failed) {
        if (asked != connection.target()) {
            return;
        }
        boolean listed = failed == null;
        if (!listed && wasListed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The model list could not be refreshed; {0} known models stay offered. {1}",
                    catalogue.snapshot().all().size(),
                    failed.getCause() == null
                            ? failed.getMessage()
                            : failed.getCause().getMessage());
        }
        wasListed = listed;
        failures = listed && connection.key().state() == KeyReport.State.WORKS ? 0 : failures + 1;
        schedule(failures == 0 ? pace.refresh() : retryPause());
    }

    private Duration retryPause() {
        var pause = pace.firstRetry().multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(pace.longestRetry()) < 0 ? pause : pace.longestRetry();
    }

    private void schedule(Duration pause) {
        try {
            next = thread.schedule(this::refresh, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            // Nobody needs the next one.
        }
    }

    void stop(@Observes @Priority(2000) @BeforeDestroyed(ApplicationScoped.class) Object application) {
        thread.shutdownNow();
    }
}
