package org.atelier.frontend.admin.usage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.atelier.frontend.backend.UsageApi.Item;
import org.atelier.frontend.backend.UsageApi.Report;
import org.atelier.frontend.faces.Figures;

/** A report as a page shows it; charts are drawn of its rows. */
public class UsageTable {

    /** A page is to be read; all of them are in the file. */
    private static final int MOST_ROWS = 100;

    private static final int MOST_DAYS = 1_200;

    private final Report report;
    private final List<UsageRow> rows;

    /** @param most rows */
    UsageTable(Report report, int most) {
        this.report = report;
        this.rows = report.items().stream()
                .sorted(isDays() ? Comparator.comparing(Item::key).reversed() : (one, other) -> 0)
                .limit(most)
                .map(item -> new UsageRow(item, report.groupBy()))
                .toList();
    }

    UsageTable(Report report) {
        this(report, report.groupBy().equals("day") ? MOST_DAYS : MOST_ROWS);
    }

    public UsageRow getTotal() {
        return new UsageRow(report.total(), "all");
    }

    /** Days with today first, others with the dearest. */
    public List<UsageRow> getRows() {
        return rows;
    }

    public final boolean isDays() {
        return report.groupBy().equals("day");
    }

    public boolean isNothing() {
        return report.total().calls() == 0;
    }

    /** Null: all are shown. */
    public String getLeftOut() {
        return rows.size() == report.items().size()
                ? null
                : Figures.count(report.items().size() - (long) rows.size());
    }

    /** Whether these are calls of the demonstration. */
    public boolean isDemo() {
        return report.demo();
    }

    /** How many calls there are of the other sort; null: none. */
    public String getOthers() {
        return report.otherCalls() == 0 ? null : Figures.count(report.otherCalls());
    }

    public String getFrom() {
        return report.from();
    }

    public String getTo() {
        return report.to();
    }

    public String getSpell() {
        return Figures.day(LocalDate.parse(report.from())) + " – " + Figures.day(LocalDate.parse(report.to()));
    }

    boolean hasOnlyOthers() {
        return isNothing() && report.otherCalls() > 0;
    }
}
