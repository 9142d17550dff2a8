package org.atelier.jobs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;
import org.atelier.web.Caller;

/** What can be done with one job whatever its kind; the resource of each kind leads here for the rest of the path. */
public final class JobResource {
    private final Jobs jobs;
    private final JobRequests requests;
    private final HttpServletRequest request;
    private final Caller caller;
    private final Kind kind;
    private final UUID id;

    JobResource(Jobs jobs, JobRequests requests, HttpServletRequest request, Kind kind, UUID id) {
        this.jobs = jobs;
        this.requests = requests;
        this.request = request;
        this.caller = Caller.of(request);
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

    /** Asks for the same anew. */
    @POST
    @Path("/retry")
    public CompletionStage<Response> retry() {
        var failed = jobs.failed(caller, kind, id);
        return requests.ask(request, kind, failed.parameters(), also -> jobs.again(failed, Payer.of(caller), also));
    }

    @DELETE
    public void delete() {
        jobs.delete(caller, kind, id);
    }
}
