package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.atelier.catalogue.CatalogueFixture;
import org.atelier.catalogue.Fallbacks;
import org.atelier.catalogue.StubProvider;
import org.atelier.database.TestDatabases;
import org.atelier.keys.ApiKeys;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.Modality;
import org.atelier.settings.Settings;
import org.atelier.users.Origin;
import org.atelier.users.UserFixture;
import org.atelier.users.UserStatus;
import org.atelier.users.Users;
import org.atelier.web.Problem;
import org.atelier.web.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another model that may answer must not spend more than was set aside. */
class FallbackBudgetTest {
    private static final UUID ANNA = UUID.randomUUID();
    private static final ChatRequest QUESTION = new ChatRequest(
            "cheap", List.of(ChatMessage.user("Hi")), Optional.empty(), Optional.of(1000), Optional.empty(), Map.of());

    @TempDir
    private Path folder;

    private StubProvider provider;
    private LedgerFixture books;
    private CatalogueFixture running;

    @BeforeEach
    void start() throws Exception {
        provider = new StubProvider();
        provider.models = "[" + model("cheap", "0.000001") + "," + model("dear", "0.001") + ",{\"id\":\"unpriced\"}]";
        books = new LedgerFixture(TestDatabases.migrated(TestDatabases.duckdb()), folder.resolve("intents.log"));
    }

    @AfterEach
    void stop() {
        running.close();
        books.close();
        provider.close();
    }

    private static String model(String id, String price) {
        return "{\"id\":\"" + id + "\",\"context_length\":10000,\"pricing\":{\"prompt\":\"" + price
                + "\",\"completion\":\"" + price + "\"}}";
    }

    private Allowance allowed(Map<String, String> given) {
        var all = new HashMap<>(given);
        all.put("OPENROUTER_BASE_URL", provider.url().toString());
        running = new CatalogueFixture(TestDatabases.migrated(TestDatabases.duckdb()), all);
        var settings = new Settings(name -> Optional.ofNullable(running.settings.get(name)));
        var users = new Users();
        users.remember(UserFixture.of(ANNA, "anna@example.org", Role.USER, UserStatus.ACTIVE, Origin.REGISTERED));
        var fallbacks = new Fallbacks(settings, running.connection, running.catalogue);
        return new Budgets(
                        users,
                        settings,
                        running.connection,
                        books.ledger,
                        fallbacks,
                        new ApiKeys(Clock.systemUTC(), ended -> {}))
                .allow(Payer.person(ANNA), running.catalogue.offered(ANNA, "cheap", Modality.TEXT), QUESTION);
    }

    @Test
    void theDearestThatMayAnswerIsSetAsideAndItsPriceShortensTheAnswer() {
        var alone = allowed(Map.of("PROVIDER_DIALECT", "openrouter", "DEFAULT_BUDGET_USD", "0.5"));
        assertThat(alone.maxTokens()).contains(1000);
        assertThat(alone.reserved().orElseThrow()).isEqualByComparingTo("0.00101");
        running.close();

        var withOthers = allowed(Map.of(
                "PROVIDER_DIALECT", "openrouter",
                "DEFAULT_BUDGET_USD", "0.5",
                "FALLBACK_MODELS", "cheap, dear"));
        assertThat(withOthers.maxTokens()).contains(490);
        assertThat(withOthers.reserved().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(withOthers.applyTo(QUESTION).fallbacks()).containsExactly("dear");
    }

    @Test
    void oneThatNobodyListsOrHasNoPriceIsNotNamed() {
        var allowance = allowed(Map.of(
                "PROVIDER_DIALECT", "openrouter",
                "DEFAULT_BUDGET_USD", "0.5",
                "FALLBACK_MODELS", "unpriced,gone"));
        assertThat(allowance.applyTo(QUESTION).fallbacks()).isEmpty();
        assertThat(allowance.reserved().orElseThrow()).isEqualByComparingTo("0.00101");
    }

    @Test
    void aServerOfAnotherDialectHearsOfNone() {
        assertThat(allowed(Map.of("PROVIDER_DIALECT", "openai", "FALLBACK_MODELS", "dear"))
                        .fallbacks())
                .isEmpty();
    }

    @Test
    void tooLittleForTheDearestIsTooLittle() {
        assertThatThrownBy(() -> allowed(Map.of(
                        "PROVIDER_DIALECT", "openrouter",
                        "DEFAULT_BUDGET_USD", "0.05",
                        "FALLBACK_MODELS", "dear")))
                .isInstanceOf(Problem.class);
    }
}
