package org.atelier.usage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.events.Listening;
import org.atelier.events.PersonEvents;
import org.atelier.users.Budget;
import org.atelier.users.PersonGone;
import org.atelier.web.Json;
import org.atelier.web.Money;

/**
 * Tells people when most of their budget is used and when all of it is: once for each budget and period, also after a restart, and when nobody
 * of them listens, as soon as one of their pages does.
 */
@ApplicationScoped
class BudgetNotices {
    private static final System.Logger LOG = System.getLogger(BudgetNotices.class.getName());
    private static final String EVENT = "budget";
    private static final int MOST = 80;
    private static final int ALL = 100;

    private final NoticeTable table;
    private final Ledger ledger;
    private final Budgets budgets;
    private final PersonEvents events;
    private final ConcurrentHashMap<NoticeTable.Mark, NoticeTable.Notice> notices = new ConcurrentHashMap<>();

    @Inject
    BudgetNotices(Database database, Ledger ledger, Budgets budgets, PersonEvents events) {
        this.table = new NoticeTable(database);
        this.ledger = ledger;
        this.budgets = budgets;
        this.events = events;
    }

    /** For the container's proxy only. */
    protected BudgetNotices() {
        this.table = null;
        this.ledger = null;
        this.budgets = null;
        this.events = null;
    }

    /**
     * What a page is told.
     *
     * @param share percent of the budget that are used: 80 or 100
     * @param left neither spent nor set aside
     * @param renewsAt when it starts anew; null: never
     */
    record News(int share, Money spent, Budget budget, Money left, Instant renewsAt) {}

    /** What somebody has used of a budget by now. */
    private record Used(UUID userId, Budget budget, Instant now, BigDecimal spent) {

        /** Rounded, since the last hundredth of a cent can seldom be spent. */
        int percent() {
            return spent.multiply(BigDecimal.valueOf(100))
                    .divide(budget.amount().amount(), 0, RoundingMode.HALF_UP)
                    .min(BigDecimal.valueOf(ALL))
                    .intValue();
        }

        NoticeTable.Mark mark(int share) {
            return new NoticeTable.Mark(
                    userId, Json.text(budget), budget.period().start(now), share);
        }
    }

    /** After the ledger. */
    void start(@Observes @Priority(460) DatabaseReady ready) {
        table.forgetBefore(Budget.Period.MONTH.start(Instant.now()));
        notices.putAll(table.all());
        ledger.whenSpent(this::spent);
    }

    private void spent(UUID userId) {
        try {
            used(userId).filter(used -> used.percent() >= MOST).ifPresent(this::reached);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "Somebody could not be told how much of a budget is used.", failed);
        }
    }

    private Optional<Used> used(UUID userId) {
        var now = Instant.now();
        return budgets.of(userId)
                .filter(budget -> budget.amount().amount().signum() > 0)
                .map(budget ->
                        new Used(userId, budget, now, ledger.spending().spent(budget.period(), now, userId, false)));
    }

    private void reached(Used used) {
        int share = used.percent() == ALL ? ALL : MOST;
        if (share == ALL) {
            // Whoever hears of the end need not hear of what came before, not even when a late cost makes it less
            // again.
            note(used.mark(MOST), true);
        }
        boolean heard = events.listens(used.userId());
        if (note(used.mark(share), heard) && heard) {
            tell(used, share);
        }
    }

    /** @return whether it is new */
    private boolean note(NoticeTable.Mark mark, boolean told) {
        var notice = new NoticeTable.Notice(Database.newId(), told);
        if (notices.putIfAbsent(mark, notice) != null) {
            return false;
        }
        table.insert(mark, notice).whenComplete((done, failed) -> {
            if (failed != null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A notice about a budget could not be kept: " + failed.getMessage());
            }
        });
        return true;
    }

    private void tell(Used used, int share) {
        var spending = ledger.spending();
        events.publish(
                used.userId(),
                EVENT,
                () -> Json.bytes(new News(
                        share,
                        new Money(used.spent()),
                        used.budget(),
                        new Money(spending.left(used.userId(), used.budget(), used.now())),
                        used.budget().period().end(used.now()).orElse(null))));
    }

    /** Somebody's page is there for what could not be told before, or for what a start or a change of the budget brought about. */
    void listening(@Observes Listening event) {
        used(event.userId()).filter(used -> used.percent() >= MOST).ifPresent(used -> {
            reached(used);
            if (!catchUp(used, ALL)) {
                catchUp(used, MOST);
            }
        });
    }

    private boolean catchUp(Used used, int share) {
        var mark = used.mark(share);
        var notice = notices.get(mark);
        if (notice == null || notice.told() || !notices.replace(mark, notice, notice.heard())) {
            return false;
        }
        table.told(notice.id());
        tell(used, share);
        return true;
    }

    void forget(@Observes PersonGone gone) {
        notices.keySet().removeIf(mark -> mark.userId().equals(gone.userId()));
        table.forget(gone.userId());
    }
}
