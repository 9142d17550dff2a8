package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Ports;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Upstream;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.EventStream.Event;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power cuts do not ask. What was acknowledged is there afterwards, what was paid for is in the ledger. */
@OnOwnProduct
class KillTest {
    private static final int ANSWERS = 20;
    private static final int WRITERS = 4;

    /** Longer than the product takes between two savings of a running answer. */
    private static final Duration LISTENING = Duration.ofSeconds(5);

    /** An answer that was cut, and what its listener had heard. */
    private record Heard(Conversation conversation, String answer, String text) {}

    private final Queue<Conversation> acknowledged = new ConcurrentLinkedQueue<>();

    /** Of a completion that nobody keeps, by which its ledger line is known. */
    private String completion;

    @Test
    void aKilledBackendLosesNothingThatWasAcknowledgedOrPaid(@TempDir Path folder) {
        var data = folder.resolve("data");
        try (var upstream = Upstream.start()) {
            var settings = Map.of("OPENROUTER_BASE_URL", upstream.baseUrl().toString());
            var heard = killInTheMiddle(data, settings);
            try (var product = Product.backend(data, Ports.free(), settings)) {
                var person = Api.anonymous(product.backend()).as(Setup.signIn(product));
                heard.forEach(cut -> isKeptAndMarked(person, cut));
                acknowledged.forEach(known -> isThere(new Conversation(person, known.id())));
                canBeAnsweredAgain(person, heard.get(0));
            }
            holdsLedgerAgainst(upstream, data, heard);
        }
    }

    private List<Heard> killInTheMiddle(Path data, Map<String, String> settings) {
        var threads = Executors.newFixedThreadPool(ANSWERS + WRITERS);
        try (var product = Product.start(data, settings)) {
            var person = Setup.overApi(product);
            var listening = IntStream.range(0, ANSWERS)
                    .mapToObj(number -> Conversation.of(person, Models.ENDLESS))
                    .map(conversation -> threads.submit(() -> listen(conversation)))
                    .toList();
            var heard = listening.stream().map(KillTest::result).toList();
            completion = beginCompletion(person);
            var writing = IntStream.range(0, WRITERS)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> writeUntilTheEnd(person), threads))
                    .toList();
            Await.holds("something to be acknowledged", Duration.ofMinutes(1), () -> !acknowledged.isEmpty());
            CompletableFuture.anyOf(writing.toArray(CompletableFuture[]::new))
                    .orTimeout(1, java.util.concurrent.TimeUnit.SECONDS)
                    .exceptionally(stillWriting -> null)
                    .join();

            product.backendProcess().destroyForcibly();

            assertThat(product.command().ends(Duration.ofMinutes(1))).isPositive();
            assertThat(product.command().output()).contains("is stopped");
            CompletableFuture.allOf(writing.toArray(CompletableFuture[]::new)).join();
            assertThat(acknowledged).isNotEmpty();
            return heard;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A program's stream in the OpenAI protocol, still open when everything ends. */
    private static String beginCompletion(Api person) {
        var question = List.of(Map.of("role", "user", "content", "Go on until you are killed."));
        var stream = person.stream(
                "/api/v1/chat/completions", Map.of("model", Models.ENDLESS, "stream", true, "messages", question));
        var id = stream.next().orElseThrow().data().path("id").asText();
        return id.replaceFirst("chatcmpl-(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static Heard listen(Conversation conversation) {
        var answer = conversation.ask("Go on until you are killed.");
        var enough = Instant.now().plus(LISTENING);
        Predicate<Event> heardEnough = event -> Instant.now().isAfter(enough);
        try (var stream = conversation.events(answer, "")) {
            var text = stream.until(heardEnough).stream()
                    .filter(event -> event.name().equals("delta"))
                    .map(Event::text)
                    .collect(Collectors.joining());
            return new Heard(conversation, answer, text);
        }
    }

    private void writeUntilTheEnd(Api person) {
        try {
            while (true) {
                var conversation = Conversation.of(person, Models.QUICK);
                conversation.ask("Is this acknowledged?");
                acknowledged.add(conversation);
            }
        } catch (UncheckedIOException killed) {
            assertThat(killed).isNotNull();
        }
    }

    private static void isKeptAndMarked(Api person, Heard heard) {
        var message = new Conversation(person, heard.conversation().id()).message(heard.answer());
        assertThat(message.path("status").asText()).isEqualTo("cut");
        var kept = message.path("content").asText();
        assertThat(kept).isNotBlank();
        assertThat(kept.startsWith(heard.text()) || heard.text().startsWith(kept))
                .as("kept: %s, heard: %s", kept, heard.text())
                .isTrue();
    }

    private static void isThere(Conversation conversation) {
        var messages = conversation.messages();
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).path("content").asText()).isEqualTo("Is this acknowledged?");
        assertThat(messages.get(0).path("status").asText()).isIn("complete", "cut");
    }

    private static void canBeAnsweredAgain(Api person, Heard heard) {
        var conversation = new Conversation(person, heard.conversation().id());
        conversation.stop(conversation.answerAgain(heard.answer())).expect(200);
    }

    /** The product has ended in an orderly way, so its database file can be read. */
    private void holdsLedgerAgainst(Upstream upstream, Path data, List<Heard> heard) {
        var lines = LedgerFile.read(data.resolve("app.db"));
        var slow = lines.stream()
                .filter(line -> line.model().equals(Models.ENDLESS))
                .toList();
        assertThat(slow)
                .as("one that was stopped before it left reached nobody")
                .filteredOn(line -> !line.outcome().equals("not_charged"))
                .hasSize((int) upstream.paidRequests(Models.ENDLESS));
        Stream.concat(heard.stream().map(Heard::answer), Stream.of(completion)).forEach(cut -> assertThat(slow)
                .filteredOn(line -> cut.equals(line.message()))
                .as("ledger lines of %s", cut)
                .singleElement()
                .extracting(LedgerFile.Line::outcome)
                .isEqualTo("unknown"));
        var quick = new ArrayList<>(lines);
        quick.removeAll(slow);
        assertThat(quick)
                .as("an intent may have been on disk whose request had not left")
                .hasSizeGreaterThanOrEqualTo((int) upstream.paidRequests(Models.QUICK));
        assertThat(quick).hasSizeLessThanOrEqualTo((int) upstream.paidRequests(Models.QUICK) + WRITERS);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (java.util.concurrent.ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
