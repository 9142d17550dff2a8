package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.web.Caller;

/** Tokens of everybody, for administrators. */
@ApplicationScoped
@Path("/admin/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    @Inject
    private Sessions sessions;

    @Inject
    private Resets resets;

    @Inject
    private Audit audit;

    /**
     * What is not kept any more.
     *
     * @param sessions sign-ins that were over
     * @param links for a new password, too old to be used
     */
    public record Purged(int sessions, int links) {}

    /** Forgets what can let nobody in any more; nobody is signed out by it. */
    @POST
    @Path("/purge")
    public Purged purge(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        var purged = new Purged(sessions.purge(), resets.purge());
        audit.record(
                Actor.of(request),
                Action.TOKENS_PURGED,
                Target.tokens(),
                Map.of(),
                Map.of("sessions", purged.sessions(), "links", purged.links()));
        return purged;
    }
}
