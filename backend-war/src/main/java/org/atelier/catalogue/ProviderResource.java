package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.web.Caller;

/** The provider, for administrators. */
@ApplicationScoped
@Path("/admin/provider")
@Produces(MediaType.APPLICATION_JSON)
public class ProviderResource {
    private static final int LONGEST_WAIT_SECONDS = 12;

    @Inject
    private ProviderConnection connection;

    @Inject
    private Audit audit;

    /**
     * What came of a test.
     *
     * @param works whether the provider answered and takes the key
     * @param sentence what it said, and what to do if it does not; never holds the key
     * @param tookMs how long it took, with repetitions if the provider had a bad moment
     * @param provider how we stand with it since
     */
    public record Tested(boolean works, String sentence, long tookMs, ProviderStatus provider) {}

    /** Asks the provider about the key, which costs nothing, and waits for its answer for a while. */
    @POST
    @Path("/test")
    public Tested test(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        long begun = System.nanoTime();
        var report = connection
                .checkKey()
                .completeOnTimeout(KeyReport.silent(), LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
        long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        audit.record(
                Actor.of(request),
                Action.PROVIDER_TESTED,
                Target.provider(),
                Map.of(),
                Map.of("state", report.state().word()));
        return new Tested(
                report.state() == KeyReport.State.WORKS, report.sentence(), took, ProviderStatus.of(connection));
    }
}
