package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.usage.LedgerFixture.PERSON;
import static org.atelier.usage.LedgerFixture.completed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.atelier.database.Database;
import org.atelier.metrics.Metrics;
import org.atelier.provider.CallOutcome;
import org.atelier.provider.ProviderFailure;
import org.junit.jupiter.api.Test;

/** Other tests of this process may count too, so what is looked at is by how much a figure grows. */
class CallFiguresTest {
    private static double figure(String line) throws IOException {
        var out = new ByteArrayOutputStream();
        Metrics.write(out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(one -> one.startsWith(line + " "))
                .mapToDouble(one -> Double.parseDouble(one.substring(line.length() + 1)))
                .sum();
    }

    private static void ended(CallOutcome outcome, String listed) {
        var intent = new Intent(
                Database.newId(),
                PERSON,
                Kind.TEXT,
                Route.CHAT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "secret-lab/model",
                1,
                false,
                Instant.EPOCH,
                Optional.empty());
        CallFigures.ended(new LedgerLine(
                intent, Optional.of(outcome), Optional.ofNullable(listed).map(BigDecimal::new), Instant.EPOCH));
    }

    @Test
    void aCompletedCallCountsWithItsTokensItsCostAndItsTime() throws IOException {
        var calls = "atelier_provider_calls_total{failure=\"none\",kind=\"text\",outcome=\"completed\"}";
        var cost = "atelier_cost_dollars_total{demo=\"false\",source=\"told\"}";
        var took = "atelier_provider_call_duration_seconds_sum{kind=\"text\"}";
        var tokens = "atelier_tokens_total{direction=\"completion\"}";
        double callsBefore = figure(calls);
        double costBefore = figure(cost);
        double tookBefore = figure(took);
        double tokensBefore = figure(tokens);

        ended(completed("0.25"), null);

        assertThat(figure(calls) - callsBefore).isEqualTo(1);
        assertThat(figure(cost) - costBefore).isEqualTo(0.25);
        assertThat(figure(took) - tookBefore).isCloseTo(1.234, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(figure(tokens) - tokensBefore).isEqualTo(11);
    }

    @Test
    void aFailureCountsUnderItsReasonAndCostsNothing() throws IOException {
        var calls = "atelier_provider_calls_total{failure=\"timeout\",kind=\"text\",outcome=\"failed\"}";
        double before = figure(calls);

        ended(
                new CallOutcome(
                        CallOutcome.Result.FAILED,
                        ProviderFailure.Charge.CERTAINLY_NOT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(30),
                        Optional.empty(),
                        Optional.of(ProviderFailure.Kind.TIMEOUT),
                        false),
                null);

        assertThat(figure(calls) - before).isEqualTo(1);
    }

    @Test
    void noModelAndNobodyIsNamed() throws IOException {
        ended(completed("0.01"), null);
        var out = new ByteArrayOutputStream();
        Metrics.write(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("secret-lab", PERSON.toString());
    }
}
