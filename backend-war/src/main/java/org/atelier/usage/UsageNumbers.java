package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.atelier.database.Database;
import org.atelier.usage.UsageWish.Group;
import org.atelier.usage.UsageWish.Range;
import org.atelier.web.Money;

/** Everybody's calls in a few numbers. */
@ApplicationScoped
public class UsageNumbers {
    private final Database database;
    private final UsageSums sums;

    @Inject
    UsageNumbers(Database database, UsageSums sums) {
        this.database = database;
        this.sums = sums;
    }

    /** For the container's proxy only. */
    protected UsageNumbers() {
        this(null, null);
    }

    /**
     * @param spent US dollars, estimates included
     * @param unknownCosts calls of which nobody can say what they cost
     * @param demoCalls calls of the demonstration, which are in no other number here
     */
    public record Spell(
            long calls, long failures, long tokens, Money spent, Money estimated, long unknownCosts, long demoCalls) {}

    /** @param start of a day */
    public Spell since(Instant start, Instant now) {
        var real = UsageFigures.NONE;
        var demo = UsageFigures.NONE;
        for (var sum :
                sums.of(Group.KIND, new Range(Days.of(start), Days.of(now))).entrySet()) {
            if (sum.getKey().demo()) {
                demo = demo.plus(sum.getValue());
            } else {
                real = real.plus(sum.getValue());
            }
        }
        return new Spell(
                real.calls(),
                real.failures(),
                real.promptTokens() + real.completionTokens(),
                new Money(real.spent()),
                new Money(real.estimated()),
                real.unknownCosts(),
                demo.calls());
    }

    /** @return how many had a paid call */
    public long peopleSince(Instant start) {
        return database.read(
                handle -> handle.createQuery("SELECT count(DISTINCT user_id) FROM ledger WHERE opened_at >= :start")
                        .bind("start", start)
                        .mapTo(Long.class)
                        .one());
    }

    /** @return calls of an outcome that nobody knows, and whose cost nobody has told since */
    public long unsettled() {
        return database.read(handle -> handle.createQuery("""
                        SELECT count(*) FROM ledger
                        WHERE outcome = 'unknown' AND cost IS NULL AND charge <> 'certainly_not' AND NOT demo""").mapTo(Long.class).one());
    }
}
