package org.atelier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.catalogue.CatalogueFixture.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.atelier.catalogue.ProviderStanding.State;
import org.atelier.database.TestDatabases;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.demo.DemoProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How we stand with a provider, told by real calls to one that misbehaves. */
class TroubleTest {
    private DemoProvider provider;
    private CatalogueFixture running;

    @BeforeEach
    void start() throws Exception {
        provider = DemoProvider.start(0, true);
        running = new CatalogueFixture(
                TestDatabases.migrated(TestDatabases.duckdb()),
                Map.of(
                        "OPENROUTER_BASE_URL", provider.baseUrl().toString(),
                        "PROVIDER_DIALECT", "openrouter",
                        "OPENROUTER_API_KEY", "good"));
    }

    @AfterEach
    void stop() {
        running.close();
        provider.close();
    }

    private void ask(String model) throws Exception {
        running.connection
                .client()
                .complete(
                        ChatRequest.of(model, List.of(ChatMessage.user("Hi"))),
                        request -> CompletableFuture.completedFuture(outcome -> {}))
                .handle((answer, failed) -> null)
                .get(30, TimeUnit.SECONDS);
    }

    private State state() {
        return running.connection.standing().state();
    }

    @Test
    void missingCreditStaysUntilSomethingIsPaidAgain() throws Exception {
        await("the key works", () -> state() == State.OK);
        ask("fault/402");
        assertThat(state()).isEqualTo(State.OUT_OF_CREDIT);
        var since = running.connection.standing().since();
        running.connection.checkKey().get(30, TimeUnit.SECONDS);
        ask("demo/wren:free");
        assertThat(state()).isEqualTo(State.OUT_OF_CREDIT);
        assertThat(running.connection.standing().since()).isEqualTo(since);
        ask("fault/good");
        assertThat(state()).isEqualTo(State.OK);
    }

    @Test
    void aRefusedKeyIsKnownWithTheFirstCallAndForgottenWithAWorkingOne() throws Exception {
        await("the key works", () -> state() == State.OK);
        running.settings.put("OPENROUTER_API_KEY", "refused-secret");
        await("it is refused", () -> state() == State.KEY_REFUSED);
        assertThat(running.connection.standing().detail())
                .contains("OPENROUTER_API_KEY")
                .doesNotContain("secret");
        running.settings.put("OPENROUTER_API_KEY", "better");
        await("it works", () -> state() == State.OK);
    }

    @Test
    void aCallThatIsRefusedForItsKeyTellsAtOnceAndALookAtTheKeyDecides() throws Exception {
        await("the key works", () -> state() == State.OK);
        var before = running.connection.standing().since();
        ask("fault/401");
        assertThat(running.connection.standing().since()).isAfter(before);
        await("the key was looked at", () -> state() == State.OK);
    }

    @Test
    void whatIsAboutOneModelIsNoTrouble() throws Exception {
        await("the key works", () -> state() == State.OK);
        for (var model : List.of("fault/403", "fault/429", "fault/404", "fault/moderation", "fault/500")) {
            ask(model);
            assertThat(state()).as(model).isEqualTo(State.OK);
        }
    }

    @Test
    void aProviderThatIsGoneIsUnreachable() throws Exception {
        await("the key works", () -> state() == State.OK);
        provider.close();
        provider = DemoProvider.start();
        ask("fault/good");
        await("it is noticed", () -> state() == State.UNREACHABLE);
        assertThat(running.connection.standing().detail()).contains("could not be asked");
    }

    @Test
    void theDemonstrationIsNoTrouble() {
        try (var demo = new CatalogueFixture(TestDatabases.migrated(TestDatabases.duckdb()), Map.of())) {
            assertThat(demo.connection.standing().state()).isEqualTo(State.DEMO);
        }
    }
}
