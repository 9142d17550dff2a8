package org.atelier.systemtest.product;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A second frontend beside a running product, with the same keys, as behind a load balancer. */
public record Replica(Command command, int port) implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(2);

    public static Replica of(Product product, Path folder) {
        var port = Ports.free();
        var root = Product.root();
        var environment = new HashMap<>(Product.environment(product.data(), product.backendPort(), port, Map.of()));
        environment.put("PORT", Integer.toString(port));
        environment.put("WAR", root.resolve("frontend-war/target/frontend.war").toString());
        environment.put("LAUNCHER", root.resolve(".runtime/launcher").toString());
        environment.put("SERVER_DIR", folder.resolve("server").toString());
        var script = root.resolve("server-config/start-server").toString();
        var replica = new Replica(Command.start(root, environment, List.of(script, "frontend")), port);
        replica.waitUntilReady();
        return replica;
    }

    private void waitUntilReady() {
        try {
            Await.holds("the second frontend", TO_START, this::isReady);
        } catch (AssertionError late) {
            System.err.println(command.output());
            command.close();
            throw late;
        }
    }

    private boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(frontend().resolve("/health/ready"));
        try {
            var reply = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
            return reply.statusCode() == 200;
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    public URI frontend() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public void close() {
        command.close();
    }
}
