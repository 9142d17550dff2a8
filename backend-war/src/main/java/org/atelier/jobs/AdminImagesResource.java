package org.atelier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import org.atelier.usage.Kind;

/** Pictures under way and ended, for administrators. */
@ApplicationScoped
@Path("/admin/images")
public class AdminImagesResource extends AdminJobsResource {
    @Override
    Kind kind() {
        return Kind.IMAGE;
    }
}
