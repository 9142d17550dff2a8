package org.atelier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.atelier.catalogue.CatalogueFixture.await;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.TestDatabases;
import org.atelier.provider.Modality;
import org.atelier.provider.ProviderModel;
import org.atelier.users.Users;
import org.atelier.web.Json;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What administrators decide holds from the next look on, for whom it is meant, and outlives refreshes and restarts. */
class AdminModelsTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";
    private static final ModelFilter ALL = new ModelFilter();

    private static ModelChange change(String json) throws Exception {
        return Json.MAPPER.readValue(json, ModelChange.class);
    }

    private static int decide(CatalogueFixture running, String json) throws Exception {
        return running.admin().change(change(json)).outcome().changed().size();
    }

    private static void isRefused(CatalogueFixture running, UUID person, String id, String why) {
        assertThatThrownBy(() -> running.catalogue.offered(person, id, Modality.TEXT))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.MODEL_NOT_AVAILABLE))
                .hasMessageContaining(why);
    }

    private static List<String> listed(CatalogueFixture running, ModelFilter filter) {
        return running.admin().list(filter, PageRequest.of("100", null, 1)).items().stream()
                .map(AdminModelView::id)
                .sorted()
                .toList();
    }

    private static DataSource duckdb() {
        return TestDatabases.migrated(TestDatabases.duckdb());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsDecidedHoldsAtOnceAndThroughARefreshAndARestart(DataSource source) throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch", "owl", "robin");
            try (var running = new CatalogueFixture(source, provider)) {
                var anna = running.person(Role.USER);
                var boss = running.person(Role.ADMIN);
                assertThat(decide(running, "{\"ids\":[\"finch\"],\"enabled\":false}"))
                        .isOne();
                assertThat(decide(running, "{\"ids\":[\"finch\"],\"enabled\":false}"))
                        .isZero();
                decide(running, "{\"ids\":[\"owl\"],\"roles\":[\"admin\"]}");
                decide(running, "{\"ids\":[\"robin\"],\"default\":true,\"price\":{\"prompt\":\"0.001\"}}");
                isRefused(running, anna, "finch", "switched off");
                isRefused(running, boss, "finch", "switched off");
                isRefused(running, anna, "owl", "administrators only");
                assertThat(running.catalogue.offered(boss, "owl", Modality.TEXT).id())
                        .isEqualTo("owl");
                assertThat(running.admin().refresh().listed()).isEqualTo(3);
                isRefused(running, anna, "finch", "switched off");
            }
            try (var restarted = new CatalogueFixture(source, provider)) {
                var anna = restarted.person(Role.USER);
                isRefused(restarted, anna, "finch", "switched off");
                isRefused(restarted, anna, "owl", "administrators only");
                assertThat(restarted.catalogue.offeredTo(anna))
                        .extracting(CatalogueModel::id)
                        .containsExactly("robin");
                assertThat(restarted.standard()).contains("robin");
                assertThat(restarted
                                .catalogue
                                .find("robin")
                                .orElseThrow()
                                .definition()
                                .prices()
                                .prompt())
                        .contains(new BigDecimal("0.001"));
                decide(restarted, "{\"ids\":[\"finch\",\"owl\"],\"enabled\":true,\"roles\":null}");
                decide(restarted, "{\"ids\":[\"robin\"],\"default\":false,\"price\":null}");
                assertThat(restarted.catalogue.offeredTo(anna)).hasSize(3);
                assertThat(restarted.catalogue.snapshot().choices().defaults()).isEmpty();
                assertThat(restarted
                                .catalogue
                                .find("robin")
                                .orElseThrow()
                                .definition()
                                .prices()
                                .prompt())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void oncePeopleChoseWhatComesLaterWaitsForThem(DataSource source) throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch", "owl");
            try (var running = new CatalogueFixture(source, provider)) {
                provider.lists("finch", "owl", "robin");
                await("a new model is offered", () -> running.offers("robin"));
                decide(running, "{\"ids\":[\"owl\"],\"enabled\":false}");
                provider.lists("owl", "robin", "wren");
                await("it is gone", () -> !running.offers("finch"));
                assertThat(running.offers("wren")).isFalse();
                assertThat(listed(running, ModelFilter.of(null, null, "false", null)))
                        .containsExactly("owl", "wren");
                provider.lists("finch", "owl", "robin", "wren");
                await("what comes back is as it was", () -> running.offers("finch"));
                decide(running, "{\"ids\":[\"wren\"],\"enabled\":true}");
                assertThat(running.offers("wren")).isTrue();
                provider.lists("another", "providers", "models");
                await("another provider's list is no surprise", () -> running.offers("another"));
            }
        }
    }

    @Test
    void theSettingSaysWhatBecomesOfNewModels() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch");
            var url = Map.of("OPENROUTER_BASE_URL", provider.url().toString());
            var disabled = new HashMap<>(url);
            disabled.put("NEW_MODELS", "disabled");
            try (var running = new CatalogueFixture(duckdb(), disabled)) {
                assertThat(running.offers("finch")).isFalse();
                assertThat(listed(running, ALL)).containsExactly("finch");
            }
            var enabled = new HashMap<>(url);
            enabled.put("NEW_MODELS", "enabled");
            try (var running = new CatalogueFixture(duckdb(), enabled)) {
                decide(running, "{\"ids\":[\"finch\"],\"enabled\":false}");
                provider.lists("finch", "owl");
                await("it is offered", () -> running.offers("owl"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aRefreshTellsWhatCameAndWent(DataSource source) {
        try (var database = new Database(source)) {
            var merge = new ModelMerge(
                    new ModelTable(database),
                    new ChoiceTable(database),
                    NewModels.AUTOMATIC,
                    new Catalogue(new Users()));
            merge.load(false);
            assertThat(merge.take(definitions("finch", "owl"), false).added()).containsExactly("finch", "owl");
            merge.decide(now -> new ModelMerge.Decision.Outcome(Map.of("owl", Choice.SWITCHED_OFF), null));
            var second = merge.take(definitions("owl", "robin"), false);
            assertThat(second.listed()).isEqualTo(2);
            assertThat(second.added()).containsExactly("robin");
            assertThat(second.off()).containsExactly("robin");
            assertThat(second.gone()).containsExactly("finch");
            assertThat(second.back()).isEmpty();
            var third = merge.take(
                    List.of(
                            Models.text("finch", null, null).definition(),
                            Models.text("owl", "0.5", null).definition(),
                            Models.text("robin", null, null).definition()),
                    false);
            assertThat(third.back()).containsExactly("finch");
            assertThat(third.changed()).containsExactly("owl");
            assertThat(third.added()).isEmpty();
            assertThat(third.off()).isEmpty();
        }
    }

    private static List<ProviderModel> definitions(String... ids) {
        return Stream.of(ids)
                .map(id -> Models.text(id, null, null).definition())
                .toList();
    }

    @Test
    void aProviderThatIsAwayIsNamedAndTakesNothingAway() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch", "owl");
            try (var running = new CatalogueFixture(duckdb(), provider)) {
                assertThat(running.admin().refresh().listed()).isEqualTo(2);
                provider.status = 503;
                assertThatThrownBy(() -> running.admin().refresh())
                        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                                .isEqualTo(ProblemType.UNAVAILABLE))
                        .hasMessageContaining("holds on");
                assertThat(listed(running, ALL)).containsExactly("finch", "owl");
            }
        }
    }

    @Test
    void aFilterChangesAllThatItNamesAndAPageGoesOnWhereOneWas() throws Exception {
        try (var provider = new StubProvider()) {
            provider.models =
                    "[{\"id\":\"a\",\"pricing\":{\"prompt\":\"1\"}},{\"id\":\"b\"},{\"id\":\"c\"},{\"id\":\"d\"}]";
            try (var running = new CatalogueFixture(duckdb(), provider)) {
                var off = ModelFilter.of("", "text", "false", "true");
                assertThat(decide(running, "{\"filter\":{\"kind\":\"text\",\"q\":\"A\"},\"enabled\":false}"))
                        .isOne();
                assertThat(listed(running, off)).containsExactly("a");
                assertThat(decide(running, "{\"filter\":{\"enabled\":true},\"roles\":[\"admin\"]}"))
                        .isEqualTo(3);
                var first =
                        running.admin().list(ModelFilter.of(null, null, "true", null), PageRequest.of("1", null, 1));
                assertThat(first.items()).extracting(AdminModelView::id).containsExactly("b");
                assertThat(first.matching()).isEqualTo(3);
                assertThat(first.listed()).isEqualTo(4);
                assertThat(first.enabled()).isEqualTo(3);
                decide(running, "{\"ids\":[\"b\"],\"enabled\":false}");
                var next = running.admin()
                        .list(ModelFilter.of(null, null, "true", null), PageRequest.of("2", first.nextCursor(), 1));
                assertThat(next.items()).extracting(AdminModelView::id).containsExactly("c", "d");
                assertThat(next.nextCursor()).isNull();
            }
        }
    }

    @Test
    void aKindIsGivenWhereTheServerNamesNone() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("painter", "talker");
            try (var running = new CatalogueFixture(duckdb(), provider)) {
                var anna = running.person(Role.USER);
                assertThatThrownBy(() -> running.catalogue.offered(anna, "painter", Modality.IMAGE))
                        .isInstanceOf(Problem.class);
                decide(running, "{\"ids\":[\"painter\"],\"kind\":\"image\"}");
                assertThat(running.catalogue
                                .offered(anna, "painter", Modality.IMAGE)
                                .definition()
                                .text())
                        .isEmpty();
                isRefused(running, anna, "painter", "does not make that");
                assertThat(running.catalogue.defaultFor(anna, Modality.IMAGE, Optional.empty()))
                        .get()
                        .extracting(CatalogueModel::id)
                        .isEqualTo("painter");
                refuses(running, "{\"ids\":[\"talker\"],\"kind\":\"video\"}", "makes no films");
                refuses(running, "{\"ids\":[\"talker\"],\"kind\":\"smell\"}", "text, image or video");
                decide(running, "{\"ids\":[\"painter\"],\"kind\":null}");
                assertThat(running.catalogue
                                .offered(anna, "painter", Modality.TEXT)
                                .id())
                        .isEqualTo("painter");
            }
        }
        try (var demo = new CatalogueFixture(duckdb(), Map.of())) {
            var any = demo.standard().orElseThrow();
            refuses(demo, "{\"ids\":[\"" + any + "\"],\"kind\":\"image\"}", "says what each model makes");
        }
    }

    @Test
    void whatCannotBeDecidedChangesNothing() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch", "owl");
            try (var running = new CatalogueFixture(duckdb(), provider)) {
                refuses(running, "{\"enabled\":false}", "ids");
                refuses(running, "{\"ids\":[],\"enabled\":false}", "ids");
                refuses(running, "{\"ids\":[\"finch\"],\"filter\":{},\"enabled\":false}", "ids");
                refuses(running, "{\"ids\":[\"finch\",\"unheard\"],\"enabled\":false}", "there is not");
                refuses(running, "{\"ids\":[\"finch\"],\"roles\":[]}", "roles");
                refuses(running, "{\"ids\":[\"finch\"],\"price\":{\"prompt\":\"-1\"}}", "price");
                refuses(running, "{\"ids\":[\"finch\"],\"price\":{\"override\":true}}", "no amount");
                refuses(running, "{\"ids\":[\"finch\",\"owl\"],\"default\":true}", "one model only");
                refuses(running, "{\"ids\":[\"finch\"],\"default\":\"image\"}", "does not make");
                refuses(running, "{\"ids\":[\"finch\"],\"enabled\":false,\"default\":\"text\"}", "switched off");
                refuses(running, "{\"filter\":{\"enabled\":\"perhaps\"},\"enabled\":false}", "true or false");
                assertThat(running.catalogue.snapshot().choices()).isEqualTo(Choices.NONE);
            }
        }
    }

    private static void refuses(CatalogueFixture running, String json, String why) {
        assertThatThrownBy(() -> decide(running, json))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(why);
    }
}
