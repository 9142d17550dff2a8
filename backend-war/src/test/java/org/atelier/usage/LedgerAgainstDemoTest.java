package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.usage.LedgerFixture.CHAT;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.atelier.database.TestDatabases;
import org.atelier.provider.CallLimits;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.Dialect;
import org.atelier.provider.ProviderClient;
import org.atelier.provider.ProviderModel;
import org.atelier.provider.ProviderTarget;
import org.atelier.provider.demo.DemoProvider;
import org.atelier.web.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a provider does to a call, each request that reached it is one ledger line. */
class LedgerAgainstDemoTest {
    private static final CallLimits IMPATIENT = new CallLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            2,
            Duration.ofMillis(10),
            Duration.ofSeconds(1),
            1000);

    @TempDir
    private Path folder;

    @Test
    void everyRequestThatTheProviderSawHasOneLineWhateverBecameOfIt() throws Exception {
        try (var demo = DemoProvider.start(0, true);
                var client = client(demo);
                var books = new LedgerFixture(
                        TestDatabases.migrated(TestDatabases.duckdb()), folder.resolve("intents.log"))) {
            var models = client.models().get(30, TimeUnit.SECONDS).stream()
                    .map(ProviderModel::id)
                    .filter(id -> id.startsWith("fault/"))
                    .toList();
            assertThat(models).hasSizeGreaterThan(30);
            var calls = new ArrayList<CompletableFuture<?>>();
            for (var model : models) {
                calls.add(client.complete(question(model), books.ledger.recorder(CHAT)));
                calls.add(streamed(client, books.ledger, model));
            }
            for (var call : calls) {
                call.handle((answer, failed) -> null).get(60, TimeUnit.SECONDS);
            }
            var seen = seenByModel(demo);
            Awaited.until("all lines are written", () -> books.lines().size() >= total(seen));
            var lines = books.lines().stream()
                    .collect(Collectors.groupingBy(line -> line.get("model_asked"), Collectors.counting()));
            assertThat(lines).hasSameSizeAs(models);
            lines.forEach((model, count) -> assertThat(count)
                    .as("%s", model)
                    .isEqualTo(seen.path((String) model).asLong()));
            assertThat(books.lines())
                    .extracting(line -> line.get("outcome"))
                    .contains("completed", "cut", "refused", "failed", "unknown");
        }
        assertThat(folder.resolve("intents.log")).isEmptyFile();
    }

    @Test
    void aStoppedAnswerIsSettledAsStopped() throws Exception {
        try (var demo = DemoProvider.start(0, true);
                var client = client(demo);
                var books = new LedgerFixture(
                        TestDatabases.migrated(TestDatabases.duckdb()), folder.resolve("intents.log"))) {
            var begun = new CompletableFuture<Void>();
            var call = client.stream(question("bench/chunks-200-every-100"), books.ledger.recorder(CHAT), event -> {
                if (event instanceof ChatEvent.Text) {
                    begun.complete(null);
                }
            });
            begun.get(30, TimeUnit.SECONDS);
            call.cancel();
            books.awaitLines(1);
            assertThat(books.only("outcome")).isEqualTo("stopped");
            assertThat(books.only("demo")).isEqualTo(true);
        }
    }

    private static ProviderClient client(DemoProvider demo) {
        var target = new ProviderTarget(demo.baseUrl(), Optional::empty, Dialect.OPENROUTER, true);
        return new ProviderClient(() -> target, IMPATIENT);
    }

    private static ChatRequest question(String model) {
        return ChatRequest.of(model, List.of(ChatMessage.user("What bird is this?")));
    }

    private static CompletableFuture<Void> streamed(ProviderClient client, Ledger ledger, String model) {
        var over = new CompletableFuture<Void>();
        client.stream(question(model), ledger.recorder(CHAT), event -> {
            if (event instanceof ChatEvent.Ended || event instanceof ChatEvent.Failed) {
                over.complete(null);
            }
        });
        return over;
    }

    private static long total(JsonNode seen) {
        long total = 0;
        for (var count : seen) {
            total += count.asLong();
        }
        return total;
    }

    private static JsonNode seenByModel(DemoProvider demo) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(demo.baseUrl().resolve("/_seen").toString()))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return Json.MAPPER.readTree(answer.body()).path("by_model");
    }
}
