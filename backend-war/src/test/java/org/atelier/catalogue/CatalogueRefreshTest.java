package org.atelier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.atelier.catalogue.CatalogueFixture.ANYBODY;
import static org.atelier.catalogue.CatalogueFixture.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.atelier.database.TestDatabases;
import org.atelier.provider.Modality;
import org.atelier.provider.ProviderModel;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueRefreshTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource(BOTH)
    void modelsOfAnEarlierRunAreOfferedWhileTheProviderIsDown(DataSource source) throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch", "owl");
            try (var first = new CatalogueFixture(source, provider)) {
                assertThat(first.offers("finch")).isTrue();
            }
            provider.status = 503;
            try (var second = new CatalogueFixture(source, provider)) {
                assertThat(second.offers("finch")).isTrue();
                assertThat(second.standard()).isPresent();
                await("the provider is reported", () -> second.connection.key().state() == KeyReport.State.UNREACHABLE);
                assertThat(second.offers("owl")).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aModelThatVanishesIsKeptButNotOfferedUntilItComesBack(DataSource source) throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch", "owl");
            try (var running = new CatalogueFixture(source, provider)) {
                provider.lists("owl");
                await("it is gone", () -> !running.offers("finch"));
                assertThat(running.catalogue.snapshot().find("finch"))
                        .get()
                        .extracting(CatalogueModel::available)
                        .isEqualTo(false);
                assertThatThrownBy(() -> running.catalogue.offered(ANYBODY, "finch", Modality.TEXT))
                        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                                .isEqualTo(ProblemType.MODEL_NOT_AVAILABLE));
                assertThat(running.catalogue.defaultFor(ANYBODY, Modality.TEXT, Optional.of("finch")))
                        .get()
                        .extracting(CatalogueModel::id)
                        .isEqualTo("owl");
            }
            try (var restarted = new CatalogueFixture(source, provider)) {
                assertThat(restarted.catalogue.snapshot().find("finch")).isPresent();
                provider.lists("finch", "owl");
                await("it is back", () -> restarted.offers("finch"));
            }
        }
    }

    @Test
    void anEmptyListTakesNothingAway() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch");
            try (var running = new CatalogueFixture(duckdb(), provider)) {
                provider.authorization = "not asked yet";
                provider.lists();
                await("it was asked again", () -> provider.authorization == null);
                assertThat(running.offers("finch")).isTrue();
            }
        }
    }

    @Test
    void aProviderThatComesUpLaterFillsTheCatalogue() throws Exception {
        try (var provider = new StubProvider()) {
            provider.status = 502;
            provider.lists("finch");
            try (var running = new CatalogueFixture(duckdb(), provider)) {
                assertThat(running.standard()).isEmpty();
                provider.status = 200;
                await("the model is there", () -> running.offers("finch"));
                assertThat(running.standard()).contains("finch");
            }
        }
    }

    @Test
    void withoutKeyAndUrlTheDemonstrationAnswersUntilAProviderIsNamed() throws Exception {
        try (var provider = new StubProvider();
                var running = new CatalogueFixture(duckdb(), Map.of())) {
            assertThat(running.connection.demo()).isTrue();
            var demonstrated = running.standard().orElseThrow();
            provider.lists("finch");
            running.settings.put("OPENROUTER_BASE_URL", provider.url().toString());
            await("the provider's model is offered", () -> running.offers("finch"));
            assertThat(running.connection.demo()).isFalse();
            assertThat(running.offers(demonstrated)).isFalse();
            assertThat(running.catalogue.snapshot().find(demonstrated)).isPresent();
            assertThat(running.catalogue.snapshot().to(Role.USER).listed())
                    .extracting(CatalogueModel::id)
                    .containsExactly("finch");
        }
    }

    @Test
    void aKeyFileIsTakenUpWhenItAppearsAndKeptWhenItDisappears() throws Exception {
        var file = folder.resolve("key");
        try (var provider = new StubProvider()) {
            provider.lists("finch");
            var given = Map.of(
                    "OPENROUTER_BASE_URL", provider.url().toString(),
                    "PROVIDER_DIALECT", "openrouter",
                    "OPENROUTER_API_KEY_FILE", file.toString());
            try (var running = new CatalogueFixture(duckdb(), given)) {
                assertThat(provider.authorization).isNull();
                Files.writeString(file, "sk-secret\n");
                await("the key is sent", () -> "Bearer sk-secret".equals(provider.authorization));
                await("it works", () -> running.connection.key().sentence().contains("2.5 dollars"));
                Files.delete(file);
                provider.authorization = null;
                await("it is still sent", () -> "Bearer sk-secret".equals(provider.authorization));
                assertThat(running.connection.key().sentence()).doesNotContain("sk-secret");
            }
        }
    }

    @Test
    void aRefusedKeyIsReportedAndAskedAgain() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch");
            provider.keyStatus = 401;
            var given = Map.of(
                    "OPENROUTER_BASE_URL", provider.url().toString(),
                    "PROVIDER_DIALECT", "openrouter",
                    "OPENROUTER_API_KEY", "sk-secret");
            try (var running = new CatalogueFixture(duckdb(), given)) {
                await("it is refused", () -> running.connection.key().state() == KeyReport.State.REFUSED);
                assertThat(running.connection.key().sentence())
                        .contains("OPENROUTER_API_KEY")
                        .doesNotContain("sk-secret");
                provider.keyStatus = 200;
                await("it works", () -> running.connection.key().state() == KeyReport.State.WORKS);
            }
        }
    }

    @Test
    void everyDefinitionOfTheDemonstrationSurvivesTheDatabase() {
        try (var running = new CatalogueFixture(duckdb(), Map.of("DEMO_FAULTS", "on"))) {
            assertThat(running.catalogue.snapshot().to(Role.USER).listed())
                    .hasSizeGreaterThan(30)
                    .extracting(CatalogueModel::definition)
                    .allSatisfy(
                            definition -> assertThat(Definitions.read(definition.id(), Definitions.write(definition)))
                                    .contains(definition))
                    .anySatisfy(definition -> assertThat(definition.image()).isPresent())
                    .anySatisfy(definition -> assertThat(definition.video()).isPresent());
            assertThat(running.standard()).get().asString().startsWith("demo/");
        }
    }

    @Test
    void aDefinitionThatNobodyCanReadIsLeftOut() {
        assertThat(Definitions.read("x", "{\"id\":")).isEqualTo(Optional.<ProviderModel>empty());
        assertThat(Definitions.read("x", "{\"id\":\"x\"}")).isEmpty();
    }

    private static DataSource duckdb() {
        return TestDatabases.migrated(TestDatabases.duckdb());
    }
}
