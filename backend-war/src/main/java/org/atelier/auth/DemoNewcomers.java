package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.atelier.settings.Settings;
import org.atelier.users.RealProvider;
import org.atelier.users.Users;

/** Whoever registered while nothing could be spent came in without being asked; once something can be, they wait for approval. */
@ApplicationScoped
class DemoNewcomers {
    @Inject
    private Settings settings;

    @Inject
    private Users users;

    void suspend(@Observes RealProvider answers) {
        if (SignUp.of(settings) != SignUp.OPEN) {
            users.suspendDemoNewcomers();
        }
    }
}
