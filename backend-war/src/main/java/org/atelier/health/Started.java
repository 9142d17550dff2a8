package org.atelier.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.atelier.database.DatabaseReady;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up when the schema is up to date and memory is loaded. */
@Startup
@ApplicationScoped
class Started implements HealthCheck {
    private volatile boolean ready;

    void ready(@Observes DatabaseReady event) {
        ready = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("backend").status(ready).build();
    }
}
