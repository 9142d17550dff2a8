package org.atelier.frontend.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.atelier.frontend.backend.BackendAway;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.HealthApi;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down until the backend was seen once; afterwards up with the backend's state as data, because a frontend that is
 * taken out of service cannot show its friendly page.
 */
@Readiness
@ApplicationScoped
class Ready implements HealthCheck {

    @Inject
    private HealthApi backend;

    private volatile boolean seen;

    @Override
    public HealthCheckResponse call() {
        String state = state();
        seen |= state.equals("UP");
        return HealthCheckResponse.named("backend")
                .status(seen)
                .withData("backend", state)
                .build();
    }

    private String state() {
        try (Response answer = backend.ready()) {
            return answer.getStatus() == Response.Status.OK.getStatusCode() ? "UP" : "DOWN";
        } catch (BackendAway | BackendRefused notServing) {
            return "DOWN";
        }
    }
}
