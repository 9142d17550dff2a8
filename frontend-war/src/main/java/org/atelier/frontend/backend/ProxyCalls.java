package org.atelier.frontend.backend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.atelier.frontend.settings.Keys;
import org.atelier.frontend.settings.Settings;
import org.atelier.frontend.web.Forwarded;
import org.atelier.frontend.web.Requests;

/** Translates a browser's request into the call that the backend gets. */
@ApplicationScoped
class ProxyCalls {

    /** Until the answer begins; streams last as long as they like. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private Settings settings;

    @Inject
    private Keys keys;

    @Inject
    private Forwarded forwarded;

    /** @throws IllegalArgumentException when the query cannot be part of an address */
    HttpRequest call(HttpServletRequest request, String path, Bearer bearer) throws IOException {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(settings.backendUrl() + "/api" + path + query))
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .method(request.getMethod(), body(request))
                .header("Authorization", bearer.header())
                .header(Clients.INTERNAL_KEY, keys.internal())
                .header("X-Forwarded-For", forwarded.address(request))
                .header("X-Forwarded-Proto", forwarded.scheme(request))
                .header("X-Request-Id", Requests.id(request));
        ProxyHeaders.up(request, call);
        return call.build();
    }

    private static BodyPublisher body(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        if (length == 0 || length < 0 && !chunked) {
            return BodyPublishers.noBody();
        }
        RequestBody body = new RequestBody(request.getInputStream());
        return length > 0 ? BodyPublishers.fromPublisher(body, length) : BodyPublishers.fromPublisher(body);
    }
}
