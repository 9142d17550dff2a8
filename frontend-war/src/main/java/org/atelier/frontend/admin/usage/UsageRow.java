package org.atelier.frontend.admin.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.atelier.frontend.backend.UsageApi.Item;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** A group of calls, or all of them, in the reader's language; charts read the plain numbers. */
public class UsageRow {

    private final Item item;
    private final String groupBy;

    UsageRow(Item item, String groupBy) {
        this.item = item;
        this.groupBy = groupBy;
    }

    /** Of days and kinds in words; an id stands for somebody who is gone. */
    public String getName() {
        return switch (groupBy) {
            case "day" -> Figures.day(LocalDate.parse(item.key()));
            case "kind" -> kind(item.key());
            case "user" ->
                item.name() == null ? Messages.text("usage.gone", item.key().substring(24)) : item.name();
            default -> item.key();
        };
    }

    static String kind(String word) {
        return Messages.text(
                switch (word) {
                    case "image" -> "usage.kind.image";
                    case "video" -> "usage.kind.video";
                    default -> "usage.kind.text";
                });
    }

    public String getKey() {
        return item.key();
    }

    public String getCalls() {
        return Figures.count(item.calls());
    }

    public String getFailures() {
        return Figures.count(item.failures());
    }

    public String getFailureShare() {
        return Figures.percent(item.failures(), item.calls());
    }

    public boolean isFailing() {
        return item.failures() > 0;
    }

    public String getPromptTokens() {
        return Figures.count(item.promptTokens());
    }

    public String getCompletionTokens() {
        return Figures.count(item.completionTokens());
    }

    public String getTokens() {
        return Figures.count(item.promptTokens() + item.completionTokens());
    }

    public String getSpent() {
        return Figures.money(item.spent());
    }

    /** Null: the provider told all of it. */
    public String getEstimated() {
        return item.estimated().signum() == 0 ? null : Figures.money(item.estimated());
    }

    /** Null: there is none of which nobody knows the cost. */
    public String getUnknown() {
        return item.unknownCosts() == 0 ? null : Figures.count(item.unknownCosts());
    }

    public String getMedian() {
        return took(item.latencyP50Ms());
    }

    public String getSlow() {
        return took(item.latencyP95Ms());
    }

    private static String took(Long millis) {
        return millis == null ? "–" : Figures.took(millis);
    }

    /** As a script reads it. */
    public String getTold() {
        return item.spent().subtract(item.estimated()).max(BigDecimal.ZERO).toPlainString();
    }

    public String getGuessed() {
        return item.estimated().toPlainString();
    }

    public long getCount() {
        return item.calls();
    }

    long calls() {
        return item.calls();
    }
}
