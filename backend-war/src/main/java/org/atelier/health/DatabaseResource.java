package org.atelier.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.atelier.web.Caller;

/** The health of the database, for administrators. */
@ApplicationScoped
@Path("/admin/health/db")
@Produces(MediaType.APPLICATION_JSON)
public class DatabaseResource {
    @Inject
    private DatabaseHealth database;

    /** @return 200 also when it is not healthy, since the report is what was asked for; orchestrators ask {@code /health/ready} */
    @GET
    public Object health(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        return database.report();
    }
}
