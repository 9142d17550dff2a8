package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
import org.atelier.systemtest.rest.Person;
import org.atelier.systemtest.rest.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut while pictures are made: each job ends, none is sent twice, no file and no row is left alone. */
@OnOwnProduct
class PicturesKillTest {
    private static final int PEOPLE = 3;
    private static final Set<String> ENDS = Set.of("completed", "failed");

    /** A job and whose it is. */
    private record Asked(Person person, JsonNode job) {}

    @Test
    void everyJobEndsTruthfullyAndIsPaidOnce(@TempDir Path folder) {
        var data = folder.resolve("data");
        try (var upstream = Upstream.start()) {
            var settings =
                    Map.of("OPENROUTER_BASE_URL", upstream.baseUrl().toString(), "PROVIDER_DIALECT", "openrouter");
            var asked = killInTheMiddle(data, settings);
            var ended = new ArrayList<JsonNode>();
            try (var product = Product.backend(data, Ports.free(), settings)) {
                var signedIn = signedIn(asked, product);
                asked.forEach(one -> ended.add(end(one.job(), signedIn.get(one.person()))));
            }
            assertThat(ended).extracting(job -> job.path("status").asText()).contains("completed", "failed");
            eachSaysWhatIsKnown(ended);
            paidOnce(upstream, LedgerFile.read(data.resolve("app.db")), ended);
            nothingIsLeftAlone(data, ended);
        }
    }

    private static List<Asked> killInTheMiddle(Path data, Map<String, String> settings) {
        try (var product = Product.backend(data, Ports.free(), settings)) {
            var administrator = Setup.overApi(product);
            var people = IntStream.range(0, PEOPLE)
                    .mapToObj(number -> Person.madeBy(administrator))
                    .toList();
            var asked = new ArrayList<Asked>();
            for (var model : List.of(Pictures.QUICK, Pictures.SLOW, Pictures.ENDLESS, Pictures.QUICK)) {
                people.forEach(person -> asked.add(new Asked(person, Pictures.ask(person.api(), model))));
            }
            Await.holds("some to be done and some to be sent", Duration.ofMinutes(1), () -> asked.stream()
                    .map(one -> Pictures.read(one.person().api(), one.job())
                            .path("status")
                            .asText())
                    .toList()
                    .containsAll(List.of("completed", "processing")));

            product.backendProcess().destroyForcibly();

            assertThat(product.command().ends(Duration.ofMinutes(1))).isPositive();
            return asked;
        }
    }

    private static Map<Person, Api> signedIn(List<Asked> asked, Product product) {
        var anonymous = Api.anonymous(product.backend());
        return asked.stream().map(Asked::person).distinct().collect(Collectors.toMap(Function.identity(), person -> {
            var answer = anonymous.signIn(person.who()).json();
            return anonymous.as(answer.path("access_token").asText());
        }));
    }

    private static JsonNode end(JsonNode job, Api owner) {
        Await.holds(
                "the job to end",
                Duration.ofMinutes(1),
                () -> ENDS.contains(Pictures.read(owner, job).path("status").asText()));
        return Pictures.read(owner, job);
    }

    private static void eachSaysWhatIsKnown(List<JsonNode> ended) {
        for (var job : ended) {
            if (job.path("status").asText().equals("completed")) {
                assertThat(job.path("media")).as("%s", job).hasSize(1);
            } else {
                assertThat(job.path("error").path("type").asText()).endsWith("/outcome-unknown");
                assertThat(job.path("error").path("ledger_id").asText()).isNotBlank();
                assertThat(job.path("media")).isEmpty();
            }
        }
    }

    private static void paidOnce(Upstream upstream, List<LedgerFile.Line> lines, List<JsonNode> ended) {
        for (var job : ended) {
            assertThat(lines)
                    .filteredOn(line -> job.path("id").asText().equals(line.message()))
                    .as("ledger lines of %s", job)
                    .singleElement()
                    .extracting(LedgerFile.Line::outcome)
                    .isIn(outcomes(job));
        }
        long sent = Stream.of(Pictures.QUICK, Pictures.SLOW, Pictures.ENDLESS)
                .mapToLong(upstream::paidRequests)
                .sum();
        assertThat(sent)
                .as("an intent may have been on disk whose request had not left")
                .isLessThanOrEqualTo(lines.size());
    }

    /** What was being stored had come and was paid for, whatever was told to its owner. */
    private static List<String> outcomes(JsonNode job) {
        if (job.path("status").asText().equals("completed")) {
            return List.of("completed");
        }
        boolean came = job.path("history").findValuesAsText("status").contains("storing");
        return came ? List.of("completed", "unknown") : List.of("unknown");
    }

    private static void nothingIsLeftAlone(Path data, List<JsonNode> ended) {
        var told = ended.stream()
                .flatMap(job -> job.path("media").findValuesAsText("id").stream())
                .toList();
        assertThat(MediaFiles.rows(data.resolve("app.db"), "media")).containsExactlyInAnyOrderElementsOf(told);
        assertThat(MediaFiles.rows(data.resolve("app.db"), "gallery")).containsExactlyInAnyOrderElementsOf(told);
        assertThat(MediaFiles.in(data.resolve("media"))).containsExactlyInAnyOrderElementsOf(told);
    }
}
