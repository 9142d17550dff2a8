package org.atelier.frontend.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.atelier.frontend.backend.AdminApi;
import org.atelier.frontend.backend.AdminApi.Standing;
import org.atelier.frontend.backend.BackendAway;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;
import org.atelier.frontend.signin.Visitor;

/** Trouble with the provider, shown on every page until it is over: only an administrator can end it, so nobody else is told. */
@Named
@RequestScoped
public class ProviderNotice {

    private static final System.Logger LOG = System.getLogger(ProviderNotice.class.getName());
    private static final Map<String, String> TEXTS = Map.of(
            "key-refused", "provider.key-refused",
            "out-of-credit", "provider.out-of-credit",
            "unreachable", "provider.unreachable");

    @Inject
    private AdminApi api;

    @Inject
    private Visitor visitor;

    private Optional<Standing> trouble;

    public boolean isShown() {
        return trouble().isPresent();
    }

    public String getText() {
        return Messages.text(TEXTS.get(trouble().orElseThrow().state()));
    }

    /** When it began, in the reader's language. */
    public String getSince() {
        return Figures.moment(Instant.parse(trouble().orElseThrow().since()));
    }

    private Optional<Standing> trouble() {
        if (trouble == null) {
            trouble = visitor.isAdmin()
                    ? asked().filter(standing -> TEXTS.containsKey(standing.state()))
                    : Optional.empty();
        }
        return trouble;
    }

    /** No page fails for want of a notice: also not that of somebody who was an administrator until a moment ago. */
    private Optional<Standing> asked() {
        try {
            return Optional.of(api.status(visitor.asker()).provider());
        } catch (BackendAway | BackendRefused unknown) {
            LOG.log(System.Logger.Level.DEBUG, "It is not known how we stand with the provider", unknown);
            return Optional.empty();
        }
    }
}
