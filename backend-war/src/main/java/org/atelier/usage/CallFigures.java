package org.atelier.usage;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.math.BigDecimal;
import java.util.Locale;
import org.atelier.metrics.Metrics;
import org.atelier.metrics.Seconds;
import org.atelier.provider.CallOutcome;
import org.atelier.provider.Usage;

/** Paid attempts for whoever collects figures; the ledger has the same for whoever has to know exactly. */
final class CallFigures {
    private static final Counter CALLS = Metrics.counter(
            "atelier_provider_calls_total",
            "Attempts at the provider that have ended; the failure is none where the whole answer came.",
            "kind",
            "outcome",
            "failure");

    private static final Histogram TIMES = Metrics.histogram(
            "atelier_provider_call_duration_seconds",
            "From sending to the end of a whole answer; of a film until it was accepted.",
            Seconds.ofAnswers(),
            "kind");

    private static final Histogram FIRST_TOKENS = Metrics.histogram(
            "atelier_provider_first_token_duration_seconds",
            "From sending to the first piece of a streamed answer.",
            Seconds.ofAnswers());

    private static final Counter TOKENS =
            Metrics.counter("atelier_tokens_total", "Tokens as the provider tells them.", "direction");

    private static final Counter COST = Metrics.counter(
            "atelier_cost_dollars_total",
            "US dollars: told by the provider, or else reckoned by the listed prices; the demonstration's are no real ones.",
            "source",
            "demo");

    private CallFigures() {}

    static void ended(LedgerLine line) {
        var call = line.call();
        CALLS.labelValues(
                        line.intent().kind().word(),
                        call.map(Outcome::of).orElse(Outcome.UNKNOWN).word(),
                        call.flatMap(CallOutcome::failure)
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .orElse("none"))
                .inc();
        call.ifPresent(outcome -> timed(line, outcome));
        call.flatMap(CallOutcome::usage).ifPresent(CallFigures::used);
        line.cost().ifPresentOrElse(dollars -> cost("told", line.demo(), dollars), () -> line.listed()
                .ifPresent(dollars -> cost("listed", line.demo(), dollars)));
    }

    private static void timed(LedgerLine line, CallOutcome call) {
        if (call.result() == CallOutcome.Result.COMPLETED) {
            TIMES.labelValues(line.intent().kind().word()).observe(Seconds.of(call.latency()));
        }
        call.timeToFirstToken().map(Seconds::of).ifPresent(FIRST_TOKENS::observe);
    }

    private static void used(Usage usage) {
        TOKENS.labelValues("prompt").inc(usage.promptTokens());
        TOKENS.labelValues("completion").inc(usage.completionTokens());
    }

    /** What the provider or an administrator told after the end. */
    static void toldLate(boolean demo, BigDecimal dollars) {
        cost("told", demo, dollars);
    }

    private static void cost(String source, boolean demo, BigDecimal dollars) {
        COST.labelValues(source, Boolean.toString(demo)).inc(Math.max(0, dollars.doubleValue()));
    }
}
