package org.atelier.frontend.admin.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.BackendAway;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.PeopleApi;
import org.atelier.frontend.faces.Messages;

/** How many wait for approval, for the badge at the entry of the navigation. */
@Named("peopleWaiting")
@RequestScoped
public class Waiting {

    private static final int MOST = 99;

    @Inject
    private PeopleApi api;

    @Inject
    private Administrator administrator;

    private Integer count;

    public int getCount() {
        if (count == null) {
            count = asked();
        }
        return count;
    }

    /** As it fits into a badge; empty when nobody waits. */
    public String getBadge() {
        return getCount() == 0 ? "" : getCount() > MOST ? MOST + "+" : Integer.toString(getCount());
    }

    public String getSentence() {
        return getCount() == 1 ? Messages.text("people.waits") : Messages.text("people.wait", getBadge());
    }

    /** No page fails for want of a badge. */
    private int asked() {
        try {
            return administrator
                    .ask(api, (all, asker) -> all.list(asker, null, null, "pending", null, MOST + 1))
                    .items()
                    .size();
        } catch (BackendAway | BackendRefused unknown) {
            return 0;
        }
    }
}
