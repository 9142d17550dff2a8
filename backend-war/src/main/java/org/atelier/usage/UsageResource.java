package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.atelier.users.Budget;
import org.atelier.web.Caller;
import org.atelier.web.Money;

/** What somebody sees of their own spending. */
@Path("/users/me/usage")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UsageResource {
    private static final int DAYS = 30;

    @Inject
    private Ledger ledger;

    @Inject
    private Budgets budgets;

    @Inject
    private OwnDays ownDays;

    /**
     * Spending, in US dollars as decimal strings.
     *
     * @param spent in the budget's period, or without one in this calendar month (UTC); a call whose outcome is unknown counts with what
     *     was set aside for it
     * @param demoSpent play money of the demonstration in the same period, which counts nowhere
     * @param budget null: none
     * @param left neither spent nor set aside for calls under way; null: unlimited
     * @param renewsAt when {@code spent} starts at 0 again; null: never
     */
    public record Spent(Money spent, Money demoSpent, Budget budget, Money left, Instant renewsAt) {}

    /** The own spending of the last days. */
    public record Days(List<OwnDays.Day> items) {}

    @GET
    @Path("/days")
    public Days days(@Context HttpServletRequest request) {
        return new Days(ownDays.last(DAYS, Caller.of(request).userId(), Instant.now()));
    }

    @GET
    public Spent mine(@Context HttpServletRequest request) {
        return spent(Caller.of(request).userId());
    }

    Spent spent(UUID me) {
        var now = Instant.now();
        var spending = ledger.spending();
        var budget = budgets.of(me);
        var period = budget.map(Budget::period).orElse(Budget.Period.MONTH);
        return new Spent(
                new Money(spending.spent(period, now, me, false)),
                new Money(spending.spent(period, now, me, true)),
                budget.orElse(null),
                budget.map(limit -> new Money(spending.left(me, limit, now))).orElse(null),
                period.end(now).orElse(null));
    }
}
