package org.atelier.systemtest.operating;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Ports;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Upstream;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Films;
import org.atelier.systemtest.rest.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a provider does with a film, the job ends by itself, with a sentence and a true line in the ledger, and nothing of it stays. */
@OnOwnProduct
class FilmFaultsTest {
    private static final Duration A_WHILE = Duration.ofMinutes(3);
    private static final int PEOPLE = 5;

    /** Longer than the films that come late need, and than one pause between two attempts to fetch. */
    private static final Map<String, String> LIMITS =
            Map.of("VIDEO_DEADLINE_SECONDS", "12", "VIDEO_FETCH_SECONDS", "12", "VIDEO_MOST_MEGABYTES", "1");

    /** @param paid dollars in the ledger; null: not known */
    private record Fault(String name, String status, String sentence, String outcome, String charge, String paid) {}

    private static Fault made(String name) {
        return new Fault(name, "completed", "", "completed", "certainly", "0.02");
    }

    private static Fault notMade(String name, String sentence) {
        return new Fault(name, "failed", sentence, "failed", "certainly", "0");
    }

    private static Fault notFetched(String name) {
        return new Fault(
                name,
                "failed",
                "made and paid for, but what the provider handed out",
                "completed",
                "certainly",
                "0.02");
    }

    private static Fault unknown(String name, String outcome) {
        return new Fault(name, "failed", "possibly charged", outcome, "unknown", null);
    }

    /** Those that take longest come first. */
    private static final List<Fault> FAULTS = List.of(
            new Fault("never", "timed_out", "did not finish this film in time", "unknown", "unknown", null),
            notFetched("stalls"),
            notFetched("slow"),
            made("succeeded"),
            made("word-unknown"),
            made("url-absent"),
            made("url-relative"),
            made("url-absolute"),
            made("needs-key"),
            made("polling-elsewhere"),
            made("429-polls"),
            made("404-first"),
            made("html-polls"),
            made("content-503"),
            new Fault("no-cost", "completed", "", "completed", "unknown", null),
            notMade("failed", "could not make this film"),
            notMade("dead", "could not make this film"),
            notMade("error", "could not make this film"),
            notMade("error-object", "could not make this film"),
            notMade("cancelled", "ended this film before it was made"),
            notMade("canceled", "ended this film before it was made"),
            new Fault("expired", "failed", "does not have this film any more", "failed", "unknown", null),
            notFetched("wrong-type"),
            notFetched("empty"),
            notFetched("cut"),
            notFetched("cut-silently"),
            notFetched("endless"),
            notFetched("claims-to-be-huge"),
            notFetched("url-elsewhere"),
            notFetched("url-redirected-elsewhere"),
            notFetched("url-circles"),
            unknown("accepted-reset", "unknown"),
            unknown("accepted-502", "failed"),
            unknown("accepted-no-id", "unknown"));

    /** Whose film it is that goes wrong like this. */
    private record Asked(Fault fault, Person person, JsonNode job) {}

    @Test
    void eachEndsWithASentenceAndATrueLine(@TempDir Path folder) {
        var data = folder.resolve("data");
        try (var upstream = Upstream.start()) {
            var settings = new HashMap<>(LIMITS);
            settings.put("OPENROUTER_BASE_URL", upstream.baseUrl().toString());
            settings.put("OPENROUTER_API_KEY", "a-key-for-tests");
            settings.put("PROVIDER_DIALECT", "openrouter");
            var softly = new SoftAssertions();
            List<Asked> asked;
            try (var product = Product.backend(data, Ports.free(), settings)) {
                asked = ask(Setup.overApi(product));
                asked.forEach(one -> holdsWhenEnded(softly, one));
            }
            var lines = LedgerFile.read(data.resolve("app.db"));
            asked.forEach(one -> isTrue(softly, lines, one));
            softly.assertThat(lines).hasSize(FAULTS.size());
            softly.assertThat(upstream.seen("film_orders")).isEqualTo(FAULTS.size());
            softly.assertThat(upstream.seen("keys_elsewhere")).isZero();
            nothingElseIsThere(softly, data);
            softly.assertAll();
        }
    }

    private static void nothingElseIsThere(SoftAssertions softly, Path data) {
        long made = FAULTS.stream()
                .filter(fault -> fault.status().equals("completed"))
                .count();
        softly.assertThat(MediaFiles.in(data.resolve("media"))).hasSize((int) made);
        softly.assertThat(MediaFiles.rows(data.resolve("app.db"), "media")).hasSize((int) made);
    }

    private static List<Asked> ask(Api administrator) {
        var people = Stream.generate(() -> Person.madeBy(administrator))
                .limit(PEOPLE)
                .toList();
        var asked = new ArrayList<Asked>();
        for (var fault : FAULTS) {
            var person = people.get(asked.size() % PEOPLE);
            asked.add(new Asked(fault, person, Films.ask(person.api(), Films.fault(fault.name()))));
        }
        return asked;
    }

    private static void holdsWhenEnded(SoftAssertions softly, Asked one) {
        var job = Films.ended(one.person().api(), one.job(), A_WHILE);
        var fault = one.fault();
        softly.assertThat(job.path("status").asText()).as("%s: %s", fault, job).isEqualTo(fault.status());
        softly.assertThat(job.path("error").path("detail").asText())
                .as("%s", fault)
                .contains(fault.sentence());
        softly.assertThat(job.path("media").size())
                .as("%s", fault)
                .isEqualTo(fault.sentence().isEmpty() ? 1 : 0);
        var cost = fault.paid() == null ? "null" : fault.paid();
        softly.assertThat(job.path("cost").asText()).as("cost of %s", fault).isEqualTo(cost);
    }

    private static void isTrue(SoftAssertions softly, List<LedgerFile.Line> lines, Asked one) {
        var own = lines.stream()
                .filter(line -> line.message().equals(one.job().path("id").asText()))
                .toList();
        var fault = one.fault();
        softly.assertThat(own).as("%s", fault).singleElement().satisfies(line -> {
            softly.assertThat(line.outcome()).as("%s", fault).isEqualTo(fault.outcome());
            softly.assertThat(line.charge()).as("%s", fault).isEqualTo(fault.charge());
            softly.assertThat(line.cost() == null).as("%s", fault).isEqualTo(fault.paid() == null);
            if (line.cost() != null && fault.paid() != null) {
                softly.assertThat(line.cost()).as("%s", fault).isEqualByComparingTo(new BigDecimal(fault.paid()));
            }
        });
    }
}
