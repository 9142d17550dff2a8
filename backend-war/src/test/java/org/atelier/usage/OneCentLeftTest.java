package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.atelier.catalogue.CatalogueFixture;
import org.atelier.catalogue.Fallbacks;
import org.atelier.catalogue.StubProvider;
import org.atelier.database.TestDatabases;
import org.atelier.keys.ApiKeys;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.settings.Settings;
import org.atelier.users.Budget;
import org.atelier.users.Origin;
import org.atelier.users.UserFixture;
import org.atelier.users.Users;
import org.atelier.web.Money;
import org.atelier.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred calls of every kind at once for the last cent. */
class OneCentLeftTest {
    private static final Payer PAYER = Payer.person(LedgerFixture.PERSON);
    private static final int CALLS = 200;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @TempDir
    private Path folder;

    private Users users;
    private Budgets budgets;
    private CatalogueFixture running;

    @Test
    void notACentMoreIsSpentThanThereIsHoweverTheCallsEnd() throws Exception {
        try (var provider = new StubProvider();
                var books = new LedgerFixture(
                        TestDatabases.migrated(TestDatabases.duckdb()), folder.resolve("intents.log"))) {
            provider.models =
                    "[{\"id\":\"finch\",\"context_length\":10000,\"pricing\":{\"prompt\":\"0.000001\",\"completion\":\"0.000001\"}}]";
            begin(provider, books);
            var begun = new AtomicInteger();
            IntStream.range(0, 3 * CALLS).parallel().forEach(call -> {
                if (attempt(books, Kind.values()[call % 3], call)) {
                    begun.incrementAndGet();
                }
            });
            running.close();
            assertThat(begun).hasPositiveValue();
            books.awaitLines(begun.get());
            assertThat(books.spent()).isLessThanOrEqualTo(CENT);
            var taken = books.database.read(
                    handle -> handle.createQuery("SELECT sum(" + LedgerStore.SPENT + ") FROM ledger")
                            .mapTo(BigDecimal.class)
                            .one());
            assertThat(taken).isEqualByComparingTo(books.spent());
            assertThat(books.ledger.spending().left(LedgerFixture.PERSON, budget(), Instant.now()))
                    .as("nothing stays set aside")
                    .isEqualByComparingTo(CENT.subtract(taken));
        }
    }

    /** @return whether it could begin; what it costs then is anything up to what was set aside */
    private boolean attempt(LedgerFixture books, Kind kind, int number) {
        try {
            var allowance = allowed(kind);
            var purpose = Purpose.job(LedgerFixture.PERSON, kind, Route.CHAT, LedgerFixture.PERSON)
                    .within(allowance);
            var call = books.open(purpose);
            Thread.yield();
            var most = allowance.reserved().orElseThrow();
            switch (number % 5) {
                case 0 -> call.ended(LedgerFixture.refused());
                case 1 -> call.ended(LedgerFixture.unknown());
                case 2 -> call.ended(LedgerFixture.completed(most.toPlainString()));
                default ->
                    call.ended(
                            LedgerFixture.completed(most.multiply(BigDecimal.valueOf(new Random(number).nextDouble()))
                                    .toPlainString()));
            }
            return true;
        } catch (Problem tooLittle) {
            return false;
        } catch (CompletionException usedUpMeanwhile) {
            assertThat(usedUpMeanwhile).hasCauseInstanceOf(Problem.class);
            return false;
        }
    }

    private Allowance allowed(Kind kind) {
        return switch (kind) {
            case TEXT ->
                budgets.allow(
                        PAYER,
                        running.catalogue.find("finch").orElseThrow(),
                        new ChatRequest(
                                "finch",
                                List.of(ChatMessage.user("Hi")),
                                Optional.empty(),
                                Optional.of(500),
                                Optional.empty(),
                                Map.of()));
            case IMAGE -> budgets.allow(PAYER, Optional.of(new BigDecimal("0.0007")));
            case VIDEO -> budgets.allow(PAYER, Optional.of(new BigDecimal("0.0021")));
        };
    }

    private static Budget budget() {
        return new Budget(new Money(CENT), Budget.Period.MONTH);
    }

    private void begin(StubProvider provider, LedgerFixture books) {
        running = new CatalogueFixture(
                TestDatabases.migrated(TestDatabases.duckdb()),
                Map.of("OPENROUTER_BASE_URL", provider.url().toString(), "PROVIDER_DIALECT", "openrouter"));
        users = new Users();
        users.remember(UserFixture.withBudget(LedgerFixture.PERSON, Origin.MADE, budget()));
        var settings = new Settings(name -> Optional.ofNullable(running.settings.get(name)));
        budgets = new Budgets(
                users,
                settings,
                running.connection,
                books.ledger,
                new Fallbacks(settings, running.connection, running.catalogue),
                new ApiKeys(Clock.systemUTC(), ended -> {}));
    }
}
