package org.atelier.frontend.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.atelier.frontend.backend.AdminApi.Provider;
import org.atelier.frontend.backend.AdminApi.Status;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** Trouble with the provider, shown on every page until it is over: only an administrator can end it, so nobody else is told. */
@Named
@RequestScoped
public class ProviderNotice {

    private static final Map<String, String> TEXTS = Map.of(
            "key-refused", "provider.key-refused",
            "out-of-credit", "provider.out-of-credit",
            "unreachable", "provider.unreachable");

    @Inject
    private Installation installation;

    public boolean isShown() {
        return trouble().isPresent();
    }

    public String getText() {
        return text(trouble().orElseThrow().state()).orElseThrow();
    }

    /** When it began, in the reader's language. */
    public String getSince() {
        return Figures.moment(Instant.parse(trouble().orElseThrow().since()));
    }

    private Optional<Provider> trouble() {
        return installation.known().map(Status::provider).filter(provider -> TEXTS.containsKey(provider.state()));
    }

    /** @return what is wrong in that state and what to do, in the reader's language; empty where nothing is */
    public static Optional<String> text(String state) {
        return Optional.ofNullable(TEXTS.get(state)).map(Messages::text);
    }
}
