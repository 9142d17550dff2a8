package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.usage.LedgerFixture.PERSON;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.atelier.catalogue.CatalogueFixture;
import org.atelier.database.TestDatabases;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.Usage;
import org.atelier.provider.demo.DemoProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream that was ended early costs what the provider says afterwards, not what was set aside. */
class LateCostsTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";
    private static final BigDecimal ASIDE = new BigDecimal("0.5");

    @TempDir
    private Path folder;

    private DemoProvider provider;
    private CatalogueFixture running;

    @BeforeEach
    void start() {
        provider = DemoProvider.start(0, true);
        running = new CatalogueFixture(
                TestDatabases.migrated(TestDatabases.duckdb()),
                Map.of("OPENROUTER_BASE_URL", provider.baseUrl().toString(), "PROVIDER_DIALECT", "openrouter"));
    }

    @AfterEach
    void stop() {
        running.close();
        provider.close();
    }

    private LedgerFixture books(DataSource source) {
        return new LedgerFixture(source, folder.resolve("intents.log"));
    }

    private LateCosts asking(LedgerFixture books) {
        var late = new LateCosts(books.ledger, running.connection, Duration.ofMillis(20));
        late.start(null);
        return late;
    }

    private void stopAStream(LedgerFixture books) throws Exception {
        var begun = new CompletableFuture<Void>();
        var purpose = new Purpose(
                PERSON,
                Kind.TEXT,
                Route.CHAT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(ASIDE),
                Optional.empty());
        var question = ChatRequest.of("bench/chunks-200-every-100", List.of(ChatMessage.user("What bird is this?")));
        var call = running.connection.client().stream(question, books.ledger.recorder(purpose), event -> {
            if (event instanceof ChatEvent.Text) {
                begun.complete(null);
            }
        });
        begun.get(30, TimeUnit.SECONDS);
        call.cancel();
        books.awaitLines(1);
    }

    private static void awaitCost(LedgerFixture books) {
        Awaited.until("the cost is known", () -> books.only("cost") != null);
        Awaited.until("it is what was spent", () -> books.spent().compareTo((BigDecimal) books.only("cost")) == 0);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aStoppedStreamIsSettledToItsTrueCost(DataSource source) throws Exception {
        try (var books = books(source)) {
            var late = asking(books);
            stopAStream(books);
            awaitCost(books);
            assertThat((BigDecimal) books.only("cost")).isPositive().isLessThan(ASIDE);
            assertThat(books.only("outcome")).isEqualTo("stopped");
            assertThat(books.only("charge")).isEqualTo("certainly");
            assertThat((Long) books.only("completion_tokens")).isPositive();
            assertThat(books.lines()).hasSize(1);
            late.stop(null);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatWasNotAskedBeforeARestartIsAskedAfterIt(DataSource source) throws Exception {
        try (var books = books(source)) {
            stopAStream(books);
            assertThat(books.only("cost")).isNull();
            assertThat(books.spent()).isEqualByComparingTo(ASIDE);
        }
        try (var books = books(source)) {
            assertThat(books.spent()).isEqualByComparingTo(ASIDE);
            var late = asking(books);
            awaitCost(books);
            late.stop(null);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aLineTakesACostOnce(DataSource source) throws Exception {
        try (var books = books(source)) {
            stopAStream(books);
            var line =
                    books.ledger.store().unpricedSince(java.time.Instant.EPOCH).get(0);
            assertThat(books.ledger.settleLate(line, usage("0.01")).get(30, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(books.ledger.settleLate(line, usage("0.02")).get(30, TimeUnit.SECONDS))
                    .isFalse();
            assertThat(books.ledger.store().unpricedSince(java.time.Instant.EPOCH))
                    .isEmpty();
            assertThat((BigDecimal) books.only("cost")).isEqualByComparingTo("0.01");
            assertThat(books.spent()).isEqualByComparingTo("0.01");
        }
    }

    private static Usage usage(String cost) {
        return new Usage(3, 4, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(cost)), false);
    }
}
