package org.atelier.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.atelier.jobs.JobRequests;
import org.atelier.jobs.JobResource;
import org.atelier.jobs.JobView;
import org.atelier.jobs.Jobs;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;
import org.atelier.web.Caller;
import org.atelier.web.Money;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;

/** Asking for pictures, and the list of what was asked. */
@ApplicationScoped
@Path("/generate/image")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImageResource {
    @Inject
    private Images images;

    @Inject
    private JobRequests requests;

    @Inject
    private Jobs jobs;

    @Context
    private HttpServletRequest request;

    /** @param estimatedCost US dollars at most; null: nobody knows the price */
    public record Estimate(Optional<Money> estimatedCost) {}

    /** Answers 202 with the job, or with {@code Prefer: wait=…} 200 when it ends in time. */
    @POST
    public CompletionStage<Response> generate(ImageWish wish) {
        return begin(wish);
    }

    @POST
    @Path("/estimate")
    public Estimate estimate(ImageWish wish) {
        return new Estimate(images.estimate(caller().userId(), wish).map(Money::new));
    }

    @GET
    public Page<JobView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return jobs.list(caller(), Kind.IMAGE, PageRequest.of(limit, cursor, 1));
    }

    @Path("/{id}")
    public JobResource one(@PathParam("id") UUID id) {
        return requests.one(request, Kind.IMAGE, id);
    }

    private CompletionStage<Response> begin(ImageWish wish) {
        return requests.ask(
                request, Kind.IMAGE, wish, also -> images.begin(Payer.of(caller()), wish, Optional.empty(), also));
    }

    private Caller caller() {
        return Caller.of(request);
    }
}
