package org.atelier.frontend.backend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.atelier.frontend.settings.Keys;
import org.atelier.frontend.settings.Settings;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Builds each REST client once; building one at every injection costs more than the page that uses it. */
@ApplicationScoped
class Clients {

    /** Proves to the backend that the forwarded address comes from us. */
    static final String INTERNAL_KEY = "X-Internal-Key";

    private static final int CONNECT_SECONDS = 2;
    private static final int READ_SECONDS = 15;

    @Inject
    private Settings settings;

    @Inject
    private Keys keys;

    @Produces
    @Singleton
    AccountsApi accounts() {
        return client(AccountsApi.class);
    }

    @Produces
    @Singleton
    OwnAccountApi ownAccount() {
        return client(OwnAccountApi.class);
    }

    @Produces
    @Singleton
    AdminApi admin() {
        return client(AdminApi.class);
    }

    @Produces
    @Singleton
    AdminModelsApi adminModels() {
        return client(AdminModelsApi.class);
    }

    @Produces
    @Singleton
    PeopleApi people() {
        return client(PeopleApi.class);
    }

    @Produces
    @Singleton
    AdminJobsApi adminJobs() {
        return client(AdminJobsApi.class);
    }

    @Produces
    @Singleton
    BackupsApi backups() {
        return client(BackupsApi.class);
    }

    @Produces
    @Singleton
    UsageApi usage() {
        return client(UsageApi.class);
    }

    @Produces
    @Singleton
    AuditApi audit() {
        return client(AuditApi.class);
    }

    @Produces
    @Singleton
    HealthApi health() {
        return client(HealthApi.class);
    }

    private <T> T client(Class<T> api) {
        T client = RestClientBuilder.newBuilder()
                .baseUri(settings.backendUrl())
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                // The JDK's connection knows no PATCH.
                .property("jersey.config.client.httpUrlConnection.setMethodWorkaround", true)
                .register(Json.class, 1)
                .register(new Refusals())
                .register(new Introduction(keys.internal()))
                .build(api);
        return api.cast(
                Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof ProcessingException away ? new BackendAway(away) : e.getCause();
                    }
                }));
    }

    private record Introduction(String key) implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            request.getHeaders().putSingle(INTERNAL_KEY, key);
        }
    }
}
