package org.atelier.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The root of the JSON API. What the server would find by itself (its JSON providers, WADL) is off, so that ours answer alone. */
@ApplicationPath(Api.ROOT)
@ApplicationScoped
public class Api extends Application {
    public static final String ROOT = "/api";

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.disableAutoDiscovery", true, "jersey.config.server.wadl.disableWadl", true);
    }
}
