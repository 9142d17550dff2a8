package org.atelier.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.atelier.catalogue.ProviderConnection;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says what is known of the provider, and is up whatever that is. */
@Readiness
@ApplicationScoped
class ProviderReported implements HealthCheck {
    @Inject
    private ProviderConnection provider;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("provider")
                .up()
                .withData("demo", provider.demo())
                .withData("key", provider.key().state().name().toLowerCase(Locale.ROOT))
                .build();
    }
}
