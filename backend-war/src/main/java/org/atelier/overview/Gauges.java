package org.atelier.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.events.Streams;
import org.atelier.jobs.JobNumbers;
import org.atelier.limits.Places;
import org.atelier.metrics.Metrics;

/** How much there is at the moment, of what nobody has to count while it changes. */
@ApplicationScoped
class Gauges {
    @Inject
    private Streams streams;

    @Inject
    private Places places;

    @Inject
    private JobNumbers jobs;

    @Inject
    private ProviderConnection provider;

    @Inject
    private Database database;

    void begin(@Observes DatabaseReady ready) {
        Metrics.gauge("atelier_open_streams", "Streams of events and answers that are being sent.", streams::open);
        Metrics.gauge(
                "atelier_open_requests",
                "Requests that stay open: streams, downloads, answers that are waited for.",
                places::openNow);
        Metrics.gauges(
                "atelier_jobs_waiting",
                "Jobs that wait for their turn.",
                values -> jobs.queues()
                        .forEach(queue ->
                                values.call(queue.waiting(), queue.kind().word())),
                "kind");
        Metrics.gauges(
                "atelier_jobs_under_way",
                "Jobs whose turn it is.",
                values -> jobs.queues()
                        .forEach(queue ->
                                values.call(queue.underWay(), queue.kind().word())),
                "kind");
        Metrics.gauge("atelier_provider_calls_under_way", "Paid calls that are under way.", provider::callsUnderWay);
        Metrics.gauge("atelier_database_writes_waiting", "Tasks that wait for the writer.", database::writesWaiting);
        Metrics.gauge(
                "atelier_database_reads_under_way",
                "Reads that have a connection of the pool, or wait for one.",
                database::readsUnderWay);
    }
}
