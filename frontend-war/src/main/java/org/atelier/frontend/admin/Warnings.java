package org.atelier.frontend.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What stands above every page of the administration as long as it can cost money. */
@Named("adminWarnings")
@RequestScoped
public class Warnings {

    @Inject
    private Installation installation;

    /** Whether whoever registers is let in at once and spends as much as there is. */
    public boolean isUnlimitedNewcomers() {
        return installation
                .known()
                .filter(status -> status.warnings().contains("unlimited-newcomers"))
                .isPresent();
    }

    /** How many of the first steps are before us. */
    public long getOpenSteps() {
        return installation
                .known()
                .map(status -> status.steps().stream()
                        .filter(step -> !step.state().equals("done"))
                        .count())
                .orElse(0L);
    }
}
