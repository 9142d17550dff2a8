package org.atelier.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.atelier.catalogue.ModelNumbers;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.catalogue.ProviderStatus;
import org.atelier.database.Database;
import org.atelier.health.DatabaseSize;
import org.atelier.jobs.JobNumbers;
import org.atelier.settings.Settings;
import org.atelier.web.Caller;

/** {@code GET /admin/status}. */
@ApplicationScoped
@Path("/admin/status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    @Inject
    private ProviderConnection provider;

    @Inject
    private ModelNumbers models;

    @Inject
    private JobNumbers jobs;

    @Inject
    private Database database;

    @Inject
    private Settings settings;

    @Inject
    private Situations situations;

    /**
     * How the installation is.
     *
     * @param provider how we stand with it
     * @param queues of the jobs, one for each kind
     * @param steps what to look at before people are let in
     * @param warnings what costs money if it stays so
     */
    public record Status(
            ServerStatus server,
            ProviderStatus provider,
            ModelNumbers.Listed models,
            Storage storage,
            List<JobNumbers.Queue> queues,
            List<FirstSteps.Step> steps,
            List<FirstSteps.Warning> warnings) {}

    /** @param writesWaiting for the database at this moment */
    public record Storage(DatabaseSize database, int writesWaiting, Disk disk) {}

    /** From memory and by a look at the files; whether the database answers, {@code GET /admin/health/db} tries. */
    @GET
    public Status status(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        var folder = settings.dataDir();
        var standing = ProviderStatus.of(provider);
        var listed = models.listed();
        var situation = situations.with(standing, listed);
        return new Status(
                ServerStatus.now(),
                standing,
                listed,
                new Storage(DatabaseSize.in(folder), database.writesWaiting(), Disk.of(folder)),
                jobs.queues(),
                FirstSteps.in(situation),
                FirstSteps.warnings(situation));
    }
}
