package org.atelier.catalogue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.atelier.catalogue.ProviderStanding.State;
import org.atelier.provider.CallOutcome;
import org.atelier.provider.ProviderFailure;
import org.atelier.provider.Usage;

/**
 * Knows how we stand with the provider, from what it says about the key and from how paid calls end. Missing credit is only believed gone
 * when something was paid again: a key says nothing about the account behind it.
 */
final class Trouble {
    private static final String NO_CREDIT =
            "The provider wants credit before it answers: pay in at the provider. This notice goes with the next answer that is paid.";
    private static final String KEY_REFUSED =
            "The provider refuses the key: give a working one in OPENROUTER_API_KEY or its file.";

    /** Between two looks at the key while something is wrong, or has just failed. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private ProviderStanding standing = new ProviderStanding(State.OK, Instant.now(), "");
    private boolean creditMissed;
    private boolean doubtful;
    private Instant lookedAt = Instant.EPOCH;

    synchronized ProviderStanding standing() {
        return standing;
    }

    /** The client points elsewhere, or as somebody else. */
    synchronized void startsAnew(boolean demo) {
        creditMissed = false;
        doubtful = false;
        standing = standing.becomes(
                demo ? State.DEMO : State.OK,
                demo ? "No key is set: the demonstration answers." : KeyReport.UNCHECKED.sentence());
    }

    synchronized void heard(KeyReport report) {
        if (standing.state() == State.DEMO) {
            return;
        }
        switch (report.state()) {
            case REFUSED -> standing = standing.becomes(State.KEY_REFUSED, report.sentence());
            case USED_UP -> standing = standing.becomes(State.OUT_OF_CREDIT, report.sentence());
            case UNREACHABLE -> standing = standing.becomes(State.UNREACHABLE, report.sentence());
            case WORKS ->
                standing = creditMissed
                        ? standing.becomes(State.OUT_OF_CREDIT, NO_CREDIT)
                        : standing.becomes(State.OK, report.sentence());
            case UNCHECKED -> {}
        }
    }

    /** How a paid call ended. */
    synchronized void ended(CallOutcome outcome, Optional<ProviderFailure> failure) {
        if (standing.state() == State.DEMO) {
            return;
        }
        if (failure.isEmpty()) {
            answered(outcome.usage().flatMap(Usage::cost));
            return;
        }
        switch (failure.get().kind()) {
            case OUT_OF_CREDIT -> {
                creditMissed = true;
                standing = standing.becomes(State.OUT_OF_CREDIT, NO_CREDIT);
            }
            case KEY_REFUSED -> {
                // A 403 may be about one model alone; whether the key works is asked then.
                doubtful = true;
                if (!failure.get().status().equals(Optional.of(403))) {
                    standing = standing.becomes(State.KEY_REFUSED, KEY_REFUSED);
                }
            }
            case FAILED, TIMEOUT -> doubtful = true;
            case CONTENT_REFUSED,
                    CONTEXT_TOO_LONG,
                    PARAMETER_REFUSED,
                    MODEL_NOT_AVAILABLE,
                    BUSY,
                    CANCELLED,
                    NOT_RECORDED,
                    NOT_STORED -> {}
        }
    }

    private void answered(Optional<BigDecimal> cost) {
        boolean paid = cost.filter(dollars -> dollars.signum() > 0).isPresent();
        if (paid) {
            creditMissed = false;
        }
        if (paid || standing.state() != State.OUT_OF_CREDIT) {
            standing = standing.becomes(State.OK, "The provider answers.");
        }
    }

    /** @return whether the key should be looked at now; then it counts as looked at */
    synchronized boolean wantsLook(Instant now) {
        boolean wrong = standing.state() != State.OK && standing.state() != State.DEMO;
        if (!(wrong || doubtful) || lookedAt.plus(SOON).isAfter(now)) {
            return false;
        }
        doubtful = false;
        lookedAt = now;
        return true;
    }
}
