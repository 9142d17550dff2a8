package org.atelier.frontend.admin.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.atelier.frontend.settings.Settings;

/** Links that leave the request: completed by what the operator says, never by what a request does. */
@ApplicationScoped
class SiteLinks {

    @Inject
    private Settings settings;

    /** @return the whole address, or the path alone where nobody said how the site is called */
    String whole(String path) {
        return settings.publicUrl().map(site -> site.replaceFirst("/+$", "")).orElse("") + path;
    }
}
