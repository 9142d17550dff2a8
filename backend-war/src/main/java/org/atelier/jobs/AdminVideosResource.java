package org.atelier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import org.atelier.usage.Kind;

/** Films under way and ended, for administrators. */
@ApplicationScoped
@Path("/admin/videos")
public class AdminVideosResource extends AdminJobsResource {
    @Override
    Kind kind() {
        return Kind.VIDEO;
    }
}
