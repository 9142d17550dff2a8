package org.atelier.jobs;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.atelier.usage.Kind;
import org.atelier.web.Caller;

/** What can be done with one job whatever its kind; the resource of each kind leads here for the rest of the path. */
public final class JobResource {
    private final Jobs jobs;
    private final Caller caller;
    private final Kind kind;
    private final UUID id;

    public JobResource(Jobs jobs, Caller caller, Kind kind, UUID id) {
        this.jobs = jobs;
        this.caller = caller;
        this.kind = kind;
        this.id = id;
    }

    @GET
    public JobView read() {
        return jobs.view(jobs.owned(caller, kind, id));
    }

    @GET
    @Path("/status")
    public JobView status() {
        return read();
    }

    @POST
    @Path("/cancel")
    public JobView cancel() {
        return jobs.cancel(caller, kind, id);
    }

    @DELETE
    public void delete() {
        jobs.delete(caller, kind, id);
    }
}
