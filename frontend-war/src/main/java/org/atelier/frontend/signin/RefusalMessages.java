package org.atelier.frontend.signin;

import org.atelier.frontend.backend.Problem;
import org.atelier.frontend.faces.Messages;

/**
 * Says in the reader's language, at the field it is about, why the backend did not let somebody in. The backend's own
 * words are English and for developers.
 */
final class RefusalMessages {

    private RefusalMessages() {}

    /** @param forbidden the key for a plain "you may not", which means something else on each page */
    static void show(Problem problem, String forbidden) {
        switch (problem.name()) {
            case "email-taken" -> Messages.error("email", "signin.error.emailTaken");
            default -> byStatus(problem, forbidden);
        }
    }

    private static void byStatus(Problem problem, String forbidden) {
        switch (problem.status()) {
            case 401 -> Messages.error(null, "signin.error.wrong");
            case 403, 409 -> Messages.error(null, forbidden);
            case 422 -> problem.errors().forEach(error -> atField(error.field()));
            case 429 -> Messages.error(null, "signin.error.tooMany");
            default -> Messages.error(null, "signin.error.other", problem.status());
        }
    }

    private static void atField(String field) {
        switch (field) {
            case "email" -> Messages.error("email", "signin.error.email");
            case "password", "new_password" -> Messages.error("password", "signin.error.passwordGuessable");
            case "display_name" -> Messages.error("displayName", "signin.error.name");
            default -> Messages.error(null, "signin.error.other", field);
        }
    }
}
