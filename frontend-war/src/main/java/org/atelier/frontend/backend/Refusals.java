package org.atelier.frontend.backend;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns the backend's error answers into the two exceptions that pages know. */
class Refusals implements ResponseExceptionMapper<RuntimeException> {

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        return switch (response.getStatus()) {
            case 502, 503, 504 -> new BackendAway(response.getStatus());
            default -> new BackendRefused(problem(response));
        };
    }

    private static Problem problem(Response response) {
        try (InputStream body = response.readEntity(InputStream.class)) {
            return Json.MAPPER.readValue(body, Problem.class);
        } catch (IOException | RuntimeException unreadable) {
            return new Problem("about:blank", "Unexpected answer", response.getStatus(), null, null, List.of());
        }
    }
}
