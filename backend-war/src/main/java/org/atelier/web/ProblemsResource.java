package org.atelier.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

/** Explains each kind of failure at the address that its {@code type} member names. */
@ApplicationScoped
@Path("/problems/{name}")
@Produces(MediaType.APPLICATION_JSON)
public class ProblemsResource {
    /** One kind of failure. */
    public record Explanation(String type, String title, int status) {}

    @GET
    public Explanation explain(@PathParam("name") String name) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(name))
                .findFirst()
                .map(type -> new Explanation(type.reference(), type.title(), type.status()))
                .orElseThrow(NotFoundException::new);
    }
}
