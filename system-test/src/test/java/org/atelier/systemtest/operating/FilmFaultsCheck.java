package org.atelier.systemtest.operating;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.atelier.systemtest.product.Await;
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

/**
 * Whatever a provider does with a film, the job ends with a sentence and a true line in the ledger. What would take an hour of looking or
 * minutes of fetching again is said to have been tried so often already, between a stop and a start. Not part of {@code bin/test}, since it
 * takes minutes: {@code -Dit.test=FilmFaultsCheck}.
 */
@OnOwnProduct
class FilmFaultsCheck {
    private static final Duration A_WHILE = Duration.ofMinutes(4);
    private static final int AT_ONCE_OF_A_PERSON = 4;

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

    private static final List<Fault> FAULTS = List.of(
            made("succeeded"),
            made("word-unknown"),
            made("url-absent"),
            made("url-nonsense"),
            made("url-absolute"),
            made("url-redirected"),
            made("needs-key"),
            made("polling-absolute"),
            made("polling-elsewhere"),
            made("429-polls"),
            made("500-polls"),
            made("404-first"),
            made("html-polls"),
            made("content-503"),
            made("slow"),
            new Fault("no-cost", "completed", "", "completed", "unknown", null),
            notMade("failed", "could not make this film"),
            notMade("dead", "could not make this film"),
            notMade("error", "could not make this film"),
            notMade("error-object", "could not make this film"),
            notMade("cancelled", "ended this film before it was made"),
            notMade("canceled", "ended this film before it was made"),
            new Fault("expired", "failed", "does not have this film any more", "failed", "unknown", null),
            new Fault("never", "timed_out", "did not finish this film within 60 minutes", "unknown", "unknown", null),
            notFetched("wrong-type"),
            notFetched("empty"),
            notFetched("cut"),
            notFetched("cut-silently"),
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
            var settings = Map.of(
                    "OPENROUTER_BASE_URL",
                    upstream.baseUrl().toString(),
                    "OPENROUTER_API_KEY",
                    "a-key-for-tests",
                    "PROVIDER_DIALECT",
                    "openrouter");
            var port = Ports.free();
            var asked = ask(data, port, settings);
            isTriedForLong(data);
            var softly = new SoftAssertions();
            try (var product = Product.backend(data, port, settings)) {
                asked.forEach(one -> holdsWhenEnded(softly, product, one));
            }
            var lines = LedgerFile.read(data.resolve("app.db"));
            asked.forEach(one -> isTrue(softly, lines, one));
            softly.assertThat(lines).hasSize(FAULTS.size());
            softly.assertThat(upstream.seen("film_orders")).isEqualTo(FAULTS.size());
            softly.assertThat(upstream.seen("keys_elsewhere")).isZero();
            long made = FAULTS.stream()
                    .filter(fault -> fault.status().equals("completed"))
                    .count();
            softly.assertThat(MediaFiles.in(data.resolve("media"))).hasSize((int) made);
            softly.assertThat(MediaFiles.rows(data.resolve("app.db"), "media")).hasSize((int) made);
            softly.assertAll();
        }
    }

    private static List<Asked> ask(Path data, int port, Map<String, String> settings) {
        try (var product = Product.backend(data, port, settings)) {
            var administrator = Setup.overApi(product);
            var asked = new ArrayList<Asked>();
            Person person = null;
            for (int i = 0; i < FAULTS.size(); i++) {
                person = i % AT_ONCE_OF_A_PERSON == 0 ? Person.madeBy(administrator) : person;
                var fault = FAULTS.get(i);
                asked.add(new Asked(fault, person, Films.ask(person.api(), Films.fault(fault.name()))));
            }
            asked.forEach(one -> Await.holds(one.fault() + " to go as far as it can", A_WHILE, () -> isStuck(one)));
            return asked;
        }
    }

    /** It has ended, or was looked at or fetched in vain. */
    private static boolean isStuck(Asked one) {
        var now = Films.read(one.person().api(), one.job());
        var status = now.path("status").asText();
        return Films.isOver(now)
                || one.fault().name().equals("never") && status.equals("processing")
                || status.equals("storing")
                        && (one.fault().name().equals("slow")
                                || !now.path("notice").isNull());
    }

    private static void isTriedForLong(Path data) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + data.resolve("app.db"));
                var statement = connection.createStatement()) {
            statement.execute("""
                    UPDATE job SET checkpoint = regexp_replace(checkpoint, '"watched_seconds":\\d+', '"watched_seconds":3601')
                    WHERE status = 'processing'""");
            statement.execute("""
                    UPDATE job SET checkpoint = regexp_replace(checkpoint, '"fetches":\\d+', '"fetches":5')
                    WHERE status = 'storing' AND notice IS NOT NULL""");
        } catch (SQLException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static void holdsWhenEnded(SoftAssertions softly, Product product, Asked one) {
        var anonymous = Api.anonymous(product.backend());
        var token =
                anonymous.signIn(one.person().who()).json().path("access_token").asText();
        var job = Films.ended(anonymous.as(token), one.job(), A_WHILE);
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
