package org.atelier.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.atelier.database.Database;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Asks the database something that costs nothing. */
@Readiness
@ApplicationScoped
class DatabaseAnswers implements HealthCheck {
    @Inject
    private Database database;

    @Override
    public HealthCheckResponse call() {
        try {
            database.read(
                    handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
            return HealthCheckResponse.up("database");
        } catch (RuntimeException failed) {
            return HealthCheckResponse.named("database")
                    .down()
                    .withData("reason", "The database does not answer; the log says why.")
                    .build();
        }
    }
}
