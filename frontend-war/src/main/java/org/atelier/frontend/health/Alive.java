package org.atelier.frontend.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

/** Whoever can answer is alive, and has started: pages are compiled and settings checked before a request comes in. */
@ApplicationScoped
class Alive {

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("frontend");
    }

    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.up("frontend");
    }
}
