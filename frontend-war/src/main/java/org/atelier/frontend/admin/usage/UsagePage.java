package org.atelier.frontend.admin.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.UsageApi;
import org.atelier.frontend.faces.Messages;

/** The bean of {@code /admin/usage}: what was spent in a range, and the calls that nobody knows the outcome of. */
@Named("usagePage")
@RequestScoped
public class UsagePage {

    private static final String PAGE = "/admin/usage?";

    @Inject
    private Administrator administrator;

    @Inject
    private UsageApi api;

    @Inject
    private HttpServletRequest request;

    private UsageWish wish;
    private UsageTable table;
    private OpenCalls open;

    /** A range that is often wanted. @param current whether it is shown */
    public record Range(String name, String href, boolean current) {

        public String getName() {
            return name;
        }

        public String getHref() {
            return href;
        }

        public boolean isCurrent() {
            return current;
        }
    }

    private UsageWish wish() {
        if (wish == null) {
            wish = UsageWish.of(request);
        }
        return wish;
    }

    public UsageTable getTable() {
        if (table == null) {
            UsageTable asked = ask(wish().demo().orElse(false));
            table = asked.hasOnlyOthers() && wish().demo().isEmpty() ? ask(true) : asked;
        }
        return table;
    }

    private UsageTable ask(boolean demo) {
        return new UsageTable(administrator.ask(
                api,
                (calls, asker) -> calls.usage(
                        asker, wish().from().toString(), wish().to().toString(), wish().groupBy(), demo, true)));
    }

    public String getGroupBy() {
        return wish().groupBy();
    }

    /** What can be put together. @param chosen whether it is */
    public record Group(String word, String name, boolean chosen) {

        public String getWord() {
            return word;
        }

        public String getName() {
            return name;
        }

        public boolean isChosen() {
            return chosen;
        }
    }

    public List<Group> getGroups() {
        return UsageWish.GROUPS.stream()
                .map(word -> new Group(word, groupName(word), word.equals(getGroupBy())))
                .toList();
    }

    public String getGroupName() {
        return groupName(getGroupBy());
    }

    private static String groupName(String word) {
        return Messages.text(
                switch (word) {
                    case "user" -> "usage.by.user";
                    case "model" -> "usage.by.model";
                    case "kind" -> "usage.by.kind";
                    default -> "usage.by.day";
                });
    }

    public String getHeading() {
        return Messages.text(
                switch (getGroupBy()) {
                    case "user" -> "usage.heading.user";
                    case "model" -> "usage.heading.model";
                    case "kind" -> "usage.heading.kind";
                    default -> "usage.heading.day";
                });
    }

    public String getToday() {
        return UsageWish.today().toString();
    }

    public List<Range> getRanges() {
        LocalDate today = UsageWish.today();
        return List.of(
                range("usage.range.week", today.minusDays(6)),
                range("usage.range.month", today.minusDays(29)),
                range("usage.range.quarter", today.minusDays(89)),
                range("usage.range.year", today.minusDays(364)));
    }

    private Range range(String key, LocalDate first) {
        UsageWish other = wish().since(first);
        boolean current = other.from().equals(wish().from()) && other.to().equals(wish().to());
        return new Range(Messages.text(key), PAGE + other.query(), current);
    }

    /** The file with the same figures. */
    public String getFile() {
        return "/admin/usage.csv?" + wish().of(getTable().isDemo()).query();
    }

    /** The same range in the other money. */
    public String getOtherMoney() {
        return PAGE + wish().of(!getTable().isDemo()).query();
    }

    public OpenCalls getOpen() {
        if (open == null) {
            String cursor = request.getParameter("lines");
            open = new OpenCalls(
                    administrator.ask(
                            api,
                            (calls, asker) -> calls.ledger(
                                    asker, "unknown", "false", cursor == null || cursor.isEmpty() ? null : cursor)),
                    PAGE + wish().query(),
                    cursor != null);
        }
        return open;
    }

    /** Null: nothing was settled. */
    public String getNews() {
        return "settled".equals(request.getParameter("done")) ? Messages.text("usage.open.done") : null;
    }

    /** Null: nothing went wrong. */
    public String getProblem() {
        return Optional.ofNullable(request.getParameter("problem"))
                .map(name -> name.equals("conflict") ? "usage.open.conflict" : "usage.open.wrong")
                .map(Messages::text)
                .orElse(null);
    }
}
