package org.atelier.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.catalogue.ProviderStanding;
import org.atelier.web.Caller;

/** What administrators have to look after. */
@ApplicationScoped
@Path("/admin/status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    @Inject
    private ProviderConnection provider;

    /** How the installation is. @param provider how we stand with it */
    public record Status(ProviderStanding provider) {}

    @GET
    public Status status(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        return new Status(provider.standing());
    }
}
