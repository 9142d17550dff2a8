package org.atelier.frontend.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.atelier.frontend.backend.OwnAccountApi.Key;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** One API key, in the reader's words. */
public class KeyRow {

    private final Key key;

    KeyRow(Key key) {
        this.key = key;
    }

    public String getId() {
        return key.id();
    }

    public String getName() {
        return key.name();
    }

    public String getPrefix() {
        return key.prefix() + "…";
    }

    public String getScopes() {
        return key.scopes().stream().map(KeyRow::scope).collect(Collectors.joining(", "));
    }

    private static String scope(String word) {
        return Messages.text(
                switch (word) {
                    case "read" -> "account.keys.scope.read";
                    case "text" -> "account.keys.scope.text";
                    case "image" -> "account.keys.scope.image";
                    case "video" -> "account.keys.scope.video";
                    default -> "account.keys.scope.admin";
                });
    }

    /** Null: never used. */
    public String getLastUsedAt() {
        return key.lastUsedAt();
    }

    public String getLastUsed() {
        return Figures.moment(Instant.parse(key.lastUsedAt()));
    }

    /** In the period of its budget, or this month. */
    public String getSpent() {
        String spent = Figures.money(key.spent());
        return key.budget() == null
                ? Messages.text("account.keys.spent.month", spent)
                : Messages.text(
                        limited(key.budget().period()),
                        spent,
                        Figures.money(key.budget().amount()));
    }

    private static String limited(String period) {
        return switch (period) {
            case "day" -> "account.keys.spent.of-day";
            case "total" -> "account.keys.spent.of-total";
            default -> "account.keys.spent.of-month";
        };
    }

    public boolean isExpired() {
        return key.expiresAt() != null && !Instant.now().isBefore(Instant.parse(key.expiresAt()));
    }

    public String getExpires() {
        return key.expiresAt() == null
                ? Messages.text("account.keys.expires.never")
                : Messages.text(isExpired() ? "account.keys.expired" : "account.keys.expires", day());
    }

    private String day() {
        return Figures.day(LocalDate.ofInstant(Instant.parse(key.expiresAt()), ZoneOffset.UTC));
    }
}
