package org.atelier.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.atelier.provider.demo.DemoProvider;

/** The demo server with its test models and a client that points at it. */
final class Upstream implements AutoCloseable {

    static final Duration IDLE = Duration.ofSeconds(2);
    static final CallLimits QUICK = new CallLimits(
            Duration.ofSeconds(5),
            IDLE,
            IDLE,
            IDLE,
            Duration.ofSeconds(10),
            2,
            Duration.ofMillis(5),
            Duration.ofSeconds(60),
            4096);

    private final DemoProvider server = DemoProvider.start(0, true);
    private final ProviderClient client;

    Upstream() {
        this(QUICK);
    }

    Upstream(CallLimits limits) {
        client = new ProviderClient(() -> target(Dialect.OPENROUTER), limits);
    }

    ProviderTarget target(Dialect dialect) {
        return new ProviderTarget(server.baseUrl(), () -> Optional.of("test-key"), dialect, true);
    }

    ProviderClient client() {
        return client;
    }

    static ChatRequest ask(String model) {
        return ChatRequest.of(model, List.of(ChatMessage.user("What does a skylark sing?")));
    }

    /** The server's own count, as {@code "paid_requests":3}. */
    String seen() throws IOException {
        URI address = server.baseUrl().resolve("/_seen");
        try (InputStream answer = address.toURL().openStream()) {
            return new String(answer.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
