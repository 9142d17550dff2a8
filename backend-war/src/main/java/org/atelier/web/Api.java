package org.atelier.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The root of the JSON API. The server's own description of it (WADL) is off. */
@ApplicationPath(Api.ROOT)
@ApplicationScoped
public class Api extends Application {
    public static final String ROOT = "/api";

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
