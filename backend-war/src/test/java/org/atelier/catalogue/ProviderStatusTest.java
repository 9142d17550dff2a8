package org.atelier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.catalogue.CatalogueFixture.await;

import java.util.Map;
import org.atelier.database.TestDatabases;
import org.atelier.web.Json;
import org.atelier.web.Money;
import org.junit.jupiter.api.Test;

class ProviderStatusTest {
    private static final String SECRET = "sk-or-v1-secret";

    private static CatalogueFixture running(StubProvider provider, String dialect) {
        return new CatalogueFixture(
                TestDatabases.migrated(TestDatabases.duckdb()),
                Map.of(
                        "OPENROUTER_BASE_URL", provider.url().toString(),
                        "PROVIDER_DIALECT", dialect,
                        "OPENROUTER_API_KEY", SECRET));
    }

    @Test
    void theKeyIsToldByItsLabelAndItsMoneyAndNeverItself() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch");
            provider.key = "{\"label\":\"sk-or-v1-0e6...1c9\",\"limit\":20,\"limit_remaining\":12.5,\"usage\":7.5}";
            try (var running = running(provider, "openrouter")) {
                await("the key is known", () -> running.connection.key().state() == KeyReport.State.WORKS);
                var status = ProviderStatus.of(running.connection);

                assertThat(status.state()).isEqualTo(ProviderStanding.State.OK);
                assertThat(status.key().given()).isTrue();
                assertThat(status.key().label()).contains("sk-or-v1-0e6...1c9");
                assertThat(status.key().limit()).contains(Money.parse("20"));
                assertThat(status.key().left()).contains(Money.parse("12.5"));
                assertThat(status.key().spent()).contains(Money.parse("7.5"));
                assertThat(status.key().checkedAt()).isPresent();
                assertThat(status.baseUrl()).isEqualTo(provider.url());
                assertThat(Json.text(status)).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void aLabelThatHoldsTheKeyIsNotShown() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch");
            provider.key = "{\"label\":\"key " + SECRET + "\",\"usage\":1}";
            try (var running = running(provider, "openrouter")) {
                await("the key is known", () -> running.connection.key().state() == KeyReport.State.WORKS);
                assertThat(Json.text(ProviderStatus.of(running.connection))).doesNotContain(SECRET);
                assertThat(running.connection.key().sentence()).doesNotContain(SECRET);
                assertThat(ProviderStatus.of(running.connection).key().spent()).contains(Money.parse("1"));
            }
        }
    }

    @Test
    void aTestIsTheWholeTruthOfThisMoment() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch");
            try (var running = running(provider, "openrouter")) {
                await("the key is known", () -> running.connection.key().state() == KeyReport.State.WORKS);
                provider.keyStatus = 401;

                assertThat(running.connection.checkKey().join().state()).isEqualTo(KeyReport.State.REFUSED);

                var status = ProviderStatus.of(running.connection);
                assertThat(status.key().state()).isEqualTo(KeyReport.State.REFUSED);
                assertThat(status.key().left()).as("what was known of the key").isEmpty();
                assertThat(status.state()).isEqualTo(ProviderStanding.State.KEY_REFUSED);
            }
        }
    }

    @Test
    void aServerThatKnowsNoKeysSaysNothingOfMoney() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch");
            try (var running = running(provider, "openai")) {
                await("it has answered", () -> running.connection.key().state() == KeyReport.State.WORKS);
                var status = ProviderStatus.of(running.connection);
                assertThat(status.prices()).isFalse();
                assertThat(status.key().label()).isEmpty();
                assertThat(status.key().spent()).isEmpty();
            }
        }
    }

    @Test
    void modelsAreCountedAndSomebodyHasLookedAtThemWhenOneIsSwitchedOff() throws Exception {
        try (var provider = new StubProvider()) {
            provider.lists("finch", "owl");
            try (var running = running(provider, "openai")) {
                var before = running.numbers().listed();
                assertThat(before.listed()).isEqualTo(2);
                assertThat(before.enabled()).isEqualTo(2);
                assertThat(before.curated()).isFalse();
                assertThat(before.refreshedAt()).isPresent();

                running.admin()
                        .change(Json.MAPPER.readValue("{\"ids\":[\"owl\"],\"enabled\":false}", ModelChange.class));

                assertThat(running.numbers().listed().enabled()).isEqualTo(1);
                assertThat(running.numbers().listed().curated()).isTrue();
            }
        }
    }
}
