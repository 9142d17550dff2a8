package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Ports;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Upstream;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Films;
import org.atelier.systemtest.rest.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Power cuts at random moments while each of some people has six films under way: none is lost, none ordered twice, each paid for once.
 * {@code bin/kill-films} is the long run, with five people; {@code -Dfilms.seed} repeats the moments of another.
 */
@OnOwnProduct
class FilmsKillTest {
    private static final int KILLS = Integer.getInteger("films.kills", 2);
    private static final long SEED = Long.getLong("films.seed", System.nanoTime());
    private static final int LONGEST_LIFE_MILLIS = 7000;
    private static final int PEOPLE = Integer.getInteger("films.people", 3);
    private static final int OF_A_PERSON = 6;
    private static final List<String> MODELS = List.of(Films.QUICK, Films.SLOW, Films.SLOWER);
    private static final BigDecimal PRICE = new BigDecimal("0.02");

    private final Random chance = new Random(SEED);
    private final int port = Ports.free();
    private final List<Map<String, String>> people = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();
    private Path data;
    private Map<String, String> settings;

    @BeforeEach
    void tellHowToRepeatIt() {
        System.out.println("FilmsKillTest: " + KILLS + " kills, " + PEOPLE + " people, -Dfilms.seed=" + SEED);
    }

    @Test
    void everyFilmEndsTruthfullyAndIsOrderedOnce(@TempDir Path folder) {
        data = folder.resolve("data");
        try (var upstream = Upstream.start()) {
            settings = Map.of("OPENROUTER_BASE_URL", upstream.baseUrl().toString(), "PROVIDER_DIALECT", "openrouter");
            for (int kill = 1; kill <= KILLS; kill++) {
                liveUntilKilled();
                System.out.printf(
                        "FilmsKillTest: %d of %d kills, %d films asked for%n", kill, KILLS, acknowledged.size());
            }
            var ended = endInPeace();
            assertThat(ended).extracting(job -> job.path("id").asText()).containsAll(acknowledged);
            eachSaysWhatIsKnown(ended);
            paidOnce(upstream, ended);
            nothingIsLeftAlone(ended);
        }
    }

    private void liveUntilKilled() {
        try (var product = Product.backend(data, port, settings)) {
            if (people.isEmpty()) {
                var administrator = Setup.overApi(product);
                Stream.generate(() -> Person.madeBy(administrator).who())
                        .limit(PEOPLE)
                        .forEach(people::add);
            }
            // Now and then in the middle of what a start finds to do.
            boolean young = !acknowledged.isEmpty() && chance.nextInt(4) == 0;
            var signedIn = young ? List.<Api>of() : signedIn(product);
            var backend = product.backendProcess();
            var dead = CompletableFuture.runAsync(
                    backend::destroyForcibly,
                    CompletableFuture.delayedExecutor(chance.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS));
            if (!young) {
                keepAsking(signedIn);
            }
            dead.join();
            assertThat(product.command().ends(Duration.ofMinutes(1))).isPositive();
        }
    }

    /** So that there are always as many under way. */
    private void keepAsking(List<Api> signedIn) {
        try {
            while (true) {
                for (var person : signedIn) {
                    long underWay = Films.newest(person).stream()
                            .filter(job -> !Films.isOver(job))
                            .count();
                    for (long more = underWay; more < OF_A_PERSON; more++) {
                        var job = Films.ask(person, MODELS.get(chance.nextInt(MODELS.size())));
                        acknowledged.add(job.path("id").asText());
                    }
                }
            }
        } catch (UncheckedIOException killed) {
            assertThat(killed).isNotNull();
        }
    }

    private List<Api> signedIn(Product product) {
        return people.stream().map(who -> signIn(product, who)).toList();
    }

    private static Api signIn(Product product, Map<String, String> who) {
        var anonymous = Api.anonymous(product.backend());
        return anonymous.as(anonymous.signIn(who).json().path("access_token").asText());
    }

    private List<JsonNode> endInPeace() {
        try (var product = Product.backend(data, port, settings)) {
            var ended = new ArrayList<JsonNode>();
            for (var person : signedIn(product)) {
                Await.holds("all films to end", Duration.ofMinutes(4), () -> Films.all(person).stream()
                        .allMatch(Films::isOver));
                ended.addAll(Films.all(person));
            }
            return ended;
        }
    }

    private static void eachSaysWhatIsKnown(List<JsonNode> ended) {
        for (var job : ended) {
            if (job.path("status").asText().equals("completed")) {
                assertThat(job.path("media")).as("%s", job).hasSize(1);
                assertThat(new BigDecimal(job.path("cost").asText())).isEqualByComparingTo(PRICE);
            } else {
                assertThat(job.path("status").asText()).as("%s", job).isEqualTo("failed");
                assertThat(job.path("error").path("type").asText())
                        .as("%s", job)
                        .endsWith("/outcome-unknown");
                assertThat(job.path("error").path("ledger_id").asText()).isNotBlank();
                assertThat(job.path("media")).isEmpty();
            }
        }
    }

    private void paidOnce(Upstream upstream, List<JsonNode> ended) {
        var lines = LedgerFile.read(data.resolve("app.db"));
        assertThat(lines)
                .extracting(LedgerFile.Line::message)
                .as("one line each")
                .containsExactlyInAnyOrderElementsOf(
                        ended.stream().map(job -> job.path("id").asText()).toList());
        for (var job : ended) {
            boolean made = job.path("status").asText().equals("completed");
            var line = lines.stream()
                    .filter(some -> some.message().equals(job.path("id").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.outcome()).as("%s", job).isEqualTo(made ? "completed" : "unknown");
            assertThat(line.charge()).isEqualTo(made ? "certainly" : "unknown");
            assertThat(line.cost() == null).isEqualTo(!made);
        }
        long unknown = lines.stream().filter(line -> line.cost() == null).count();
        assertThat(upstream.seen("film_orders_again")).as("ordered twice").isZero();
        assertThat(upstream.seen("film_orders"))
                .as("an intent may have been on disk whose request had not left")
                .isBetween(lines.size() - unknown, (long) lines.size());
        assertThat(data.resolve("intents.log")).isEmptyFile();
        System.out.printf(
                "FilmsKillTest: %d films, %d ordered, %d of unknown outcome%n",
                ended.size(), upstream.seen("film_orders"), unknown);
    }

    private void nothingIsLeftAlone(List<JsonNode> ended) {
        var told = ended.stream()
                .flatMap(job -> job.path("media").findValuesAsText("id").stream())
                .toList();
        assertThat(MediaFiles.rows(data.resolve("app.db"), "media")).containsExactlyInAnyOrderElementsOf(told);
        assertThat(MediaFiles.rows(data.resolve("app.db"), "gallery")).containsExactlyInAnyOrderElementsOf(told);
        assertThat(MediaFiles.in(data.resolve("media"))).containsExactlyInAnyOrderElementsOf(told);
        assertThat(told).allSatisfy(id -> assertThat(Mp4File.boxes(MediaFiles.content(data.resolve("media"), id)))
                .startsWith("ftyp")
                .contains("moov", "mdat"));
    }
}
