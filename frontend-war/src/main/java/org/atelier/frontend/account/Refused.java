package org.atelier.frontend.account;

import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.Problem;
import org.atelier.frontend.faces.Messages;

/** Says in the reader's language why a form of this page was not taken. */
final class Refused {

    private Refused() {}

    /**
     * @param field what a 422 is about
     * @param key the sentence for it
     */
    static void show(Problem problem, String field, String key) {
        if (problem.signsOut()) {
            throw new BackendRefused(problem);
        }
        switch (problem.status()) {
            case 422 -> Messages.error(field, key);
            case 429 -> Messages.error(field, "signin.error.tooMany");
            default -> Messages.error(field, "signin.error.other", problem.status());
        }
    }
}
