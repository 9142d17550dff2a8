package org.atelier.frontend.signin;

import java.util.List;
import org.atelier.frontend.backend.Problem;
import org.atelier.frontend.backend.Problem.FieldError;
import org.atelier.frontend.faces.Messages;

/** Says in the reader's language, at the field it is about, why the backend did not let somebody in. */
final class RefusalMessages {

    /** The ids of the inputs on the three pages; anything else is said above the form. */
    private static final List<String> FIELDS = List.of("email", "password", "displayName");

    private RefusalMessages() {}

    static void show(Problem problem) {
        switch (problem.name()) {
            case "email-taken" -> Messages.error("email", "signin.error.emailTaken");
            case "account-pending" -> Messages.error(null, "signin.error.pending");
            case "sign-up-closed" -> Messages.error(null, "signin.error.closed");
            case "setup-token-invalid", "setup-link-invalid", "setup-done" -> Messages.error(null, "setup.error.link");
            default -> byStatus(problem);
        }
    }

    private static void byStatus(Problem problem) {
        switch (problem.status()) {
            case 401 -> Messages.error(null, "signin.error.wrong");
            case 429 -> Messages.error(null, "signin.error.tooMany");
            case 422 -> problem.errors().forEach(RefusalMessages::atField);
            default -> Messages.error(null, "signin.error.other", problem.status());
        }
    }

    private static void atField(FieldError error) {
        String field = "display_name".equals(error.field()) ? "displayName" : error.field();
        Messages.errorText(FIELDS.contains(field) ? field : null, error.message());
    }
}
