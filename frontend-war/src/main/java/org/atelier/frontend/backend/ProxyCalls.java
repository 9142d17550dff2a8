package org.atelier.frontend.backend;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import org.atelier.frontend.settings.Keys;
import org.atelier.frontend.settings.Settings;
import org.atelier.frontend.web.Forwarded;
import org.atelier.frontend.web.Requests;

/** Translates a browser's request into the call that the backend gets, and sends it. */
@ApplicationScoped
class ProxyCalls {

    /** Until the answer begins; streams last as long as they like. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The answer to an upload begins when all of it has gone up, over whatever line. */
    private static final Duration PATIENCE_FOR_UPLOADS = Duration.ofMinutes(15);

    private static final String UPLOAD = "/media";

    @Inject
    private Settings settings;

    @Inject
    private Keys keys;

    @Inject
    private Forwarded forwarded;

    @Inject
    private ProxyClient client;

    /** For the rare step that waits; the client's own threads must not. */
    @Resource
    private ManagedExecutorService patient;

    CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> send(HttpServletRequest request, Bearer bearer)
            throws IOException {
        return client.send(call(request, bearer));
    }

    /** @param json what is posted, whatever the browser sent */
    CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> post(
            HttpServletRequest request, String path, String json, Bearer bearer) {
        return client.send(to(request, path, bearer)
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    void later(Runnable step) {
        patient.execute(step);
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Only called for paths of {@link ProxyRoutes}, which hold nothing that an address would have to encode. */
    private HttpRequest call(HttpServletRequest request, Bearer bearer) throws IOException {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        HttpRequest.Builder call = to(request, request.getPathInfo() + query, bearer);
        return request.getMethod().equals("GET")
                ? call.GET().build()
                : call.method(request.getMethod(), body(request)).build();
    }

    private HttpRequest.Builder to(HttpServletRequest request, String path, Bearer bearer) {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(settings.backendUrl() + "/api" + path))
                .timeout(path.equals(UPLOAD) ? PATIENCE_FOR_UPLOADS : PATIENCE)
                .header("Authorization", Bearer.header(bearer.token()))
                .header(Clients.INTERNAL_KEY, keys.internal())
                .header("X-Forwarded-For", forwarded.address(request))
                .header("X-Forwarded-Proto", forwarded.scheme(request))
                .header("X-Request-Id", Requests.id(request));
        ProxyHeaders.up(request, call);
        return call;
    }

    private static BodyPublisher body(HttpServletRequest request) throws IOException {
        if (!hasBody(request)) {
            return BodyPublishers.noBody();
        }
        long length = request.getContentLengthLong();
        RequestBody body = new RequestBody(request.getInputStream());
        return length > 0 ? BodyPublishers.fromPublisher(body, length) : BodyPublishers.fromPublisher(body);
    }
}
