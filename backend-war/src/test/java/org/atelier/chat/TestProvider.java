package org.atelier.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.atelier.provider.CallLimits;
import org.atelier.provider.CallRecorder;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.Dialect;
import org.atelier.provider.ProviderClient;
import org.atelier.provider.ProviderTarget;
import org.atelier.provider.demo.DemoProvider;

/** The real client against the demo server with its faults, over HTTP; short of patience, so that time-outs can be seen. */
final class TestProvider implements AutoCloseable {
    static final CallRecorder UNRECORDED = request -> CompletableFuture.completedFuture(outcome -> {});

    private final DemoProvider server = DemoProvider.start(0, true);
    final ProviderClient client;

    TestProvider() {
        var target = new ProviderTarget(server.baseUrl(), Optional::empty, Dialect.OPENROUTER, true);
        client = new ProviderClient(
                () -> target,
                new CallLimits(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(2),
                        0,
                        Duration.ofMillis(10),
                        Duration.ofSeconds(1),
                        64));
    }

    static ChatRequest ask(String model) {
        return ChatRequest.of(model, List.of(ChatMessage.user("What is a lark?")));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
