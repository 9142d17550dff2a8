package org.atelier.frontend.backend;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The backend's own readiness; a DOWN arrives as status 503 with a body, so the whole answer is handed on. */
public interface HealthApi {

    @GET
    @Path("/health/ready")
    @Produces(MediaType.APPLICATION_JSON)
    Response ready();
}
