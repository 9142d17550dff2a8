package org.atelier.frontend.admin.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.atelier.frontend.admin.ProviderNotice;
import org.atelier.frontend.backend.AdminApi.Key;
import org.atelier.frontend.backend.AdminApi.Models;
import org.atelier.frontend.backend.AdminApi.Provider;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** The provider, its key and its models, in the reader's language. What is null is not known and not shown. */
public class ProviderWords {

    private final Provider provider;
    private final Models models;

    ProviderWords(Provider provider, Models models) {
        this.provider = provider;
        this.models = models;
    }

    private Key key() {
        return provider.key();
    }

    private boolean isDemo() {
        return provider.state().equals("demo");
    }

    public String getTone() {
        return provider.state().equals("ok") ? "good" : isDemo() ? "busy" : "bad";
    }

    public String getState() {
        return Messages.text(
                switch (provider.state()) {
                    case "ok" ->
                        key().state().equals("unchecked")
                                ? "admin.status.provider.unasked"
                                : "admin.status.provider.ok";
                    case "demo" -> "admin.status.provider.demo";
                    case "key-refused" -> "admin.status.provider.refused";
                    case "out-of-credit" -> "admin.status.provider.credit";
                    default -> "admin.status.provider.away";
                });
    }

    /** What to do, where something is wrong. */
    public String getAdvice() {
        return ProviderNotice.text(provider.state()).orElse(null);
    }

    /** What the provider or the network said, in the server's words; where nothing is wrong nothing is to be said. */
    public String getDetail() {
        return getAdvice() == null ? null : provider.detail();
    }

    /** Null: the demonstration is inside. */
    public String getAddress() {
        return isDemo() ? null : provider.baseUrl();
    }

    public String getKey() {
        if (!key().given()) {
            return Messages.text("admin.status.key.none");
        }
        return Optional.ofNullable(key().label()).orElseGet(() -> Messages.text("admin.status.key.given"));
    }

    /** Whether the provider says anything of the key's money. */
    public boolean isCounted() {
        return key().given() && (key().spent() != null || key().limit() != null);
    }

    public String getLimit() {
        return Optional.ofNullable(key().limit())
                .map(Figures::money)
                .orElseGet(() -> Messages.text("admin.status.key.unlimited"));
    }

    public String getLeft() {
        return money(key().left());
    }

    public String getSpent() {
        return money(key().spent());
    }

    private static String money(BigDecimal dollars) {
        return dollars == null ? null : Figures.money(dollars);
    }

    public String getCheckedAt() {
        return key().checkedAt();
    }

    public String getChecked() {
        return key().checkedAt() == null
                ? Messages.text("admin.status.never")
                : Figures.moment(Instant.parse(key().checkedAt()));
    }

    public String getCalls() {
        return Figures.count(provider.callsUnderWay());
    }

    public String getModels() {
        return Messages.text("admin.models.lead", Figures.count(models.enabled()), Figures.count(models.listed()));
    }

    public String getRefreshedAt() {
        return models.refreshedAt();
    }

    public String getRefreshed() {
        return models.refreshedAt() == null
                ? Messages.text("admin.status.refreshed.never")
                : Figures.moment(Instant.parse(models.refreshedAt()));
    }
}
