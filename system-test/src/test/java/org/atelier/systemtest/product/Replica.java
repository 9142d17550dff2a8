package org.atelier.systemtest.product;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/** A second frontend beside a running product, with the same keys, as behind a load balancer. */
public record Replica(Command command, int port) implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(8);
    private static final Pattern READY = Pattern.compile("frontend ready");

    public static Replica of(Product product) {
        var port = Ports.free();
        var words = new ArrayList<>(Product.runScript());
        words.add("frontend");
        var environment = Product.environment(product.data(), product.backendPort(), port, Map.of());
        var replica = new Replica(Command.start(Product.root(), environment, words), port);
        try {
            replica.command.says(READY, TO_START);
            return replica;
        } catch (AssertionError | RuntimeException failed) {
            replica.close();
            throw failed;
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
