package org.atelier.frontend.backend;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What administrators ask about the installation. */
@Produces(MediaType.APPLICATION_JSON)
public interface AdminApi {

    @GET
    @Path("/api/admin/status")
    Status status(@BeanParam Asker asker);

    record Status(Standing provider) {}

    /** @param state {@code ok}, {@code key-refused}, {@code out-of-credit}, {@code unreachable} or {@code demo} */
    record Standing(String state, String since, String detail) {}
}
