package org.atelier.usage;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.atelier.web.Problem;

/** Which figures an administrator wants, as the query string says it. */
public class UsageWish {
    private static final int USUAL_DAYS = 30;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("group_by")
    private String groupBy;

    @QueryParam("demo")
    private boolean demo;

    /** For the container, which fills it from the query string. */
    public UsageWish() {}

    UsageWish(String from, String to, String groupBy, boolean demo) {
        this.from = from;
        this.to = to;
        this.groupBy = groupBy;
        this.demo = demo;
    }

    /** What the lines of a group have in common. */
    enum Group {
        DAY("day", Days.OF_LINE),
        USER("user_id", "user_id"),
        MODEL("model", "model_asked"),
        KIND("kind", "kind");

        private final String ofDays;
        private final String ofLines;

        Group(String ofDays, String ofLines) {
            this.ofDays = ofDays;
            this.ofLines = ofLines;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @return the SQL of it in {@code usage_day} */
        String ofDays() {
            return ofDays;
        }

        /** @return the SQL of it in {@code ledger} */
        String ofLines() {
            return ofLines;
        }
    }

    /** @param first and last day, both included */
    record Range(int first, int last) {
        LocalDate from() {
            return Days.date(first);
        }

        LocalDate to() {
            return Days.date(last);
        }
    }

    /** @return the days that are wanted; when nothing is said the last thirty */
    Range range(Instant now) {
        int last = to == null ? Days.of(now) : day(to, "to");
        int first = from == null ? last - USUAL_DAYS + 1 : day(from, "from");
        if (first > last) {
            throw Problem.field("to", "must not be before from");
        }
        return new Range(first, last);
    }

    Group group() {
        if (groupBy == null) {
            return Group.DAY;
        }
        return Arrays.stream(Group.values())
                .filter(group -> group.word().equals(groupBy))
                .findFirst()
                .orElseThrow(() -> Problem.field("group_by", "must be day, user, model or kind"));
    }

    boolean demo() {
        return demo;
    }

    private static int day(String text, String field) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return Days.of(date);
            }
        } catch (DateTimeParseException nonsense) {
            // Falls through to the same answer.
        }
        throw Problem.field(field, "must be a day like 2026-01-31");
    }
}
