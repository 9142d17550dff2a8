package org.atelier.frontend.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.atelier.frontend.backend.AdminApi;
import org.atelier.frontend.backend.AdminApi.Status;
import org.atelier.frontend.backend.BackendAway;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.signin.Visitor;

/** How the installation is, asked once for all parts of a page. */
@RequestScoped
public class Installation {

    private static final System.Logger LOG = System.getLogger(Installation.class.getName());

    @Inject
    private AdminApi api;

    @Inject
    private Visitor visitor;

    private Status status;
    private boolean askedInVain;

    public Status now() {
        if (status == null) {
            status = api.status(visitor.asker());
        }
        return status;
    }

    /** @return empty for whoever is no administrator; no page fails for want of a notice, also not that of somebody who was one until just now */
    public Optional<Status> known() {
        if (!visitor.isAdmin() || askedInVain) {
            return Optional.empty();
        }
        try {
            return Optional.of(now());
        } catch (BackendAway | BackendRefused unknown) {
            LOG.log(System.Logger.Level.DEBUG, "It is not known how the installation is", unknown);
            askedInVain = true;
            return Optional.empty();
        }
    }
}
