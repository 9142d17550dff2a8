package org.atelier.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A provider whose model list a test changes while it runs. */
public final class StubProvider implements AutoCloseable {
    public volatile String models = "[]";
    volatile int status = 200;
    volatile int keyStatus = 200;
    volatile String authorization;
    volatile String key = "{\"label\":\"the test's\",\"limit_remaining\":2.5}";

    private final HttpServer server;

    public StubProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", exchange -> answer(exchange, status, models));
        server.createContext("/v1/key", exchange -> answer(exchange, keyStatus, key));
        server.start();
    }

    private void answer(HttpExchange exchange, int status, String data) throws IOException {
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var body = (status == 200
                        ? "{\"data\":" + data + "}"
                        : "{\"error\":{\"code\":" + status + ",\"message\":\"no\"}}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** As the bare lists of small servers look. */
    void lists(String... ids) {
        models = Arrays.stream(ids).map(id -> "{\"id\":\"" + id + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
