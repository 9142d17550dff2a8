package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.Cable;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Ports;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Upstream;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that is gone for a while, and one that succeeds with what nobody wants any more. */
@OnOwnProduct
class FilmsTroubleTest {
    private static final Duration A_WHILE = Duration.ofMinutes(3);
    private static final BigDecimal PRICE = new BigDecimal("0.02");

    @Test
    void jobsWaitForTheProviderAndSayWhyAndACancelledOneStaysCancelledAndTellsItsCost(@TempDir Path folder) {
        var data = folder.resolve("data");
        JsonNode unwanted;
        JsonNode underWay;
        JsonNode asked;
        try (var upstream = Upstream.start();
                var cable = Cable.to(upstream.baseUrl())) {
            var settings = Map.of("OPENROUTER_BASE_URL", cable.baseUrl().toString(), "PROVIDER_DIALECT", "openrouter");
            try (var product = Product.backend(data, Ports.free(), settings)) {
                var person = Setup.overApi(product);
                unwanted = Films.ask(person, Films.SLOWER);
                Films.when(person, unwanted, "processing", A_WHILE);
                cancel(person, unwanted);

                underWay = Films.ask(person, Films.SLOWER);
                Films.when(person, underWay, "processing", A_WHILE);
                cable.pullOut();
                asked = Films.ask(person, Films.QUICK);
                Await.holds("the one that is made to say why", A_WHILE, () -> says(person, underWay));
                Await.holds("the new one to say why", A_WHILE, () -> waits(person, asked));
                cable.plugIn();

                Films.when(person, underWay, "completed", A_WHILE);
                Films.when(person, asked, "completed", A_WHILE);
                Await.holds("the unwanted one to tell its cost", A_WHILE, () -> !Films.read(person, unwanted)
                        .path("cost")
                        .isNull());
                var told = Films.read(person, unwanted);
                assertThat(told.path("status").asText()).isEqualTo("cancelled");
                assertThat(told.path("media")).isEmpty();
                assertThat(new BigDecimal(told.path("cost").asText())).isEqualByComparingTo(PRICE);
                assertThat(Films.read(person, underWay).path("notice").isNull()).isTrue();
            }
            assertThat(upstream.seen("film_orders")).isEqualTo(3);
            assertThat(upstream.seen("film_orders_again")).isZero();
        }
        paidOnceEach(data, List.of(unwanted, underWay, asked));
        assertThat(MediaFiles.in(data.resolve("media"))).hasSize(2);
    }

    private static void cancel(Api person, JsonNode job) {
        person.post(Films.PATH + "/" + job.path("id").asText() + "/cancel", Map.of())
                .expect(200);
    }

    private static boolean says(Api person, JsonNode job) {
        return Films.read(person, job).path("notice").asText().contains("does not answer at the moment");
    }

    private static boolean waits(Api person, JsonNode job) {
        var now = Films.read(person, job);
        assertThat(Films.isOver(now)).as("%s", now).isFalse();
        return now.path("history").findValuesAsText("reason").stream()
                .anyMatch(reason -> reason.contains("takes no films at the moment"));
    }

    private static void paidOnceEach(Path data, List<JsonNode> jobs) {
        var lines = LedgerFile.read(data.resolve("app.db"));
        for (var job : jobs) {
            var own = lines.stream()
                    .filter(line -> line.message().equals(job.path("id").asText()))
                    .toList();
            assertThat(own)
                    .as("%s", job)
                    .filteredOn(line -> !line.charge().equals("certainly_not"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.outcome()).isEqualTo("completed");
                        assertThat(line.cost()).isEqualByComparingTo(PRICE);
                    });
        }
        assertThat(lines).as("attempts that never left").anyMatch(line -> line.charge()
                .equals("certainly_not"));
    }
}
