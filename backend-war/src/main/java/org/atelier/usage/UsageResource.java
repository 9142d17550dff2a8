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
import org.atelier.web.Caller;
import org.atelier.web.Money;

/** What somebody sees of their own spending. */
@Path("/users/me/usage")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UsageResource {
    @Inject
    private Ledger ledger;

    /**
     * A month of spending, in US dollars as decimal strings.
     *
     * @param spent this calendar month (UTC); a call whose outcome is unknown counts with what was set aside for it
     * @param demoSpent play money of the demonstration, which counts nowhere
     * @param budget null: none
     * @param left null: unlimited
     * @param renewsAt when {@code spent} starts at 0 again
     */
    public record MonthOfUsage(Money spent, Money demoSpent, Money budget, Money left, Instant renewsAt) {}

    @GET
    public MonthOfUsage mine(@Context HttpServletRequest request) {
        var me = Caller.of(request).userId();
        var now = Instant.now();
        return new MonthOfUsage(
                new Money(ledger.spent(me, now, false)),
                new Money(ledger.spent(me, now, true)),
                null,
                null,
                Spending.endOf(now));
    }
}
