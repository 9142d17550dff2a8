package org.atelier.videos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.atelier.jobs.Job;
import org.atelier.jobs.Underway;
import org.atelier.provider.FilmReport;
import org.atelier.provider.Usage;
import org.atelier.usage.Ledger;
import org.atelier.usage.LedgerSearch;
import org.atelier.usage.Outcome;

/** Brings into the ledger what became of a film that was handed in long before, and what it cost. */
@ApplicationScoped
class FilmCost {
    @Inject
    private Ledger ledger;

    @Inject
    private LedgerSearch lines;

    /** What nobody made costs nothing unless the provider says so; of what it made and did not name a price for, what was set aside counts. */
    void told(Job job, Underway underway, FilmReport report) {
        boolean made = report.state() == FilmReport.State.COMPLETED;
        var nothing = report.state() == FilmReport.State.EXPIRED || made
                ? Optional.<BigDecimal>empty()
                : Optional.of(BigDecimal.ZERO);
        var cost = report.usage().flatMap(Usage::cost).or(() -> nothing);
        var outcome = made ? Outcome.COMPLETED : Outcome.FAILED;
        lines.paidFor(job.id()).ifPresent(line -> {
            if (cost.isPresent()) {
                ledger.settle(line, cost.get(), outcome);
            } else {
                ledger.amend(line, outcome);
            }
        });
        underway.costs(cost);
    }

    /** Nobody says what became of it. */
    void unknown(Job job) {
        lines.paidFor(job.id()).ifPresent(line -> ledger.amend(line, Outcome.UNKNOWN));
    }
}
