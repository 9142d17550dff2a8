package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.usage.Latencies.Percentiles;
import org.atelier.usage.UsageSums.Key;
import org.atelier.usage.UsageWish.Group;
import org.atelier.usage.UsageWish.Range;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Money;

/** What was spent on which calls, for administrators. */
@ApplicationScoped
class UsageReport {
    private static final Comparator<Item> DEAREST_FIRST = Comparator.comparing(
                    Item::spent, Comparator.<Money>reverseOrder())
            .thenComparing(Item::calls, Comparator.reverseOrder())
            .thenComparing(Item::key);

    private final UsageSums sums;
    private final Latencies latencies;
    private final Users users;

    @Inject
    UsageReport(UsageSums sums, Latencies latencies, Users users) {
        this.sums = sums;
        this.latencies = latencies;
        this.users = users;
    }

    /** For the container's proxy only. */
    protected UsageReport() {
        this(null, null, null);
    }

    /**
     * A group of calls.
     *
     * @param key the day, the person's id, the model or the kind
     * @param name the person's e-mail address; null for other groups, and for somebody who is gone
     * @param calls paid attempts, failed ones too
     * @param failures those that were neither completed nor stopped by their owner
     * @param spent US dollars, estimates included
     * @param estimated what of it the provider did not tell: what the tokens come to by the listed prices, or what was set aside
     * @param unknownCosts calls of which nobody can say what they cost, and which count with nothing
     * @param latencyP50Ms median of the completed calls, from sending to the end; of a film until it was accepted; null: none, or not asked for
     * @param latencyP95Ms nineteen of twenty took at most so long
     */
    public record Item(
            String key,
            String name,
            long calls,
            long failures,
            long promptTokens,
            long completionTokens,
            Money spent,
            Money estimated,
            long unknownCosts,
            Long latencyP50Ms,
            Long latencyP95Ms) {

        static Item of(String key, String name, UsageFigures figures, Percentiles took) {
            return new Item(
                    key,
                    name,
                    figures.calls(),
                    figures.failures(),
                    figures.promptTokens(),
                    figures.completionTokens(),
                    new Money(figures.spent()),
                    new Money(figures.estimated()),
                    figures.unknownCosts(),
                    took == null ? null : took.p50(),
                    took == null ? null : took.p95());
        }
    }

    /**
     * @param from first day, in UTC
     * @param to last day
     * @param demo whether these are calls of the demonstration, whose money is none
     * @param otherCalls how many there were of the other sort
     * @param items days in their order; other groups with the dearest first
     */
    public record Report(
            LocalDate from,
            LocalDate to,
            String groupBy,
            boolean demo,
            Item total,
            long otherCalls,
            List<Item> items) {}

    Report report(Group group, Range range, boolean demo, boolean withLatency) {
        var found = sums.of(group, range);
        var took = withLatency ? latencies.of(group, range, demo) : Map.<Optional<String>, Percentiles>of();
        var items = found.entrySet().stream()
                .filter(entry -> entry.getKey().demo() == demo)
                .map(entry -> item(group, entry.getKey(), entry.getValue(), took))
                .sorted(group == Group.DAY ? Comparator.comparing(Item::key) : DEAREST_FIRST)
                .toList();
        var total = Item.of("", null, all(found, demo), took.get(Optional.<String>empty()));
        long others = all(found, !demo).calls();
        return new Report(range.from(), range.to(), group.word(), demo, total, others, items);
    }

    private static UsageFigures all(Map<Key, UsageFigures> found, boolean demo) {
        return found.entrySet().stream()
                .filter(entry -> entry.getKey().demo() == demo)
                .flatMap(entry -> Stream.of(entry.getValue()))
                .reduce(UsageFigures.NONE, UsageFigures::plus);
    }

    private Item item(Group group, Key key, UsageFigures figures, Map<Optional<String>, Percentiles> took) {
        var percentiles = took.get(Optional.of(key.name()));
        return switch (group) {
            case DAY -> Item.of(Days.date(Integer.parseInt(key.name())).toString(), null, figures, percentiles);
            case USER -> Item.of(key.name(), email(key.name()), figures, percentiles);
            case MODEL, KIND -> Item.of(key.name(), null, figures, percentiles);
        };
    }

    private String email(String id) {
        return users.find(UUID.fromString(id))
                .map(User::email)
                .map(Object::toString)
                .orElse(null);
    }
}
