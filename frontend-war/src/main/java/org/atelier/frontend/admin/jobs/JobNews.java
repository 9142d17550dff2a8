package org.atelier.frontend.admin.jobs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.atelier.frontend.backend.Problem;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** What an act on jobs did, or why it did not: a word in the address that the form leads to, and a sentence on its page. */
final class JobNews {

    private JobNews() {}

    /** @return the sentence for what was done, or null */
    static String did(HttpServletRequest request) {
        String count = Optional.ofNullable(request.getParameter("count"))
                .filter(number -> number.matches("\\d{1,9}"))
                .map(number -> Figures.count(Long.parseLong(number)))
                .orElse("0");
        return switch (Optional.ofNullable(request.getParameter("did")).orElse("")) {
            case "cancel" -> Messages.text("admin.jobs.did.cancel");
            case "retry" -> Messages.text("admin.jobs.did.retry");
            case "delete" -> Messages.text("admin.jobs.did.delete");
            case "settle" -> Messages.text("admin.jobs.did.settle");
            case "purge" -> Messages.text("admin.jobs.did.purge", count);
            case "time-out" -> Messages.text("admin.jobs.did.time-out", count);
            default -> null;
        };
    }

    /** @return the sentence for what was refused, or null */
    static String trouble(HttpServletRequest request) {
        return switch (Optional.ofNullable(request.getParameter("trouble")).orElse("")) {
            case "" -> null;
            case "state" -> Messages.text("admin.jobs.trouble.state");
            case "gone" -> Messages.text("admin.jobs.trouble.gone");
            case "budget" -> Messages.text("admin.jobs.trouble.budget");
            case "model" -> Messages.text("admin.jobs.trouble.model");
            case "amount" -> Messages.text("admin.jobs.trouble.amount");
            default -> Messages.text("admin.jobs.trouble.other");
        };
    }

    /** @return the word for a refusal */
    static String word(Problem problem) {
        return switch (problem.status()) {
            case 402 -> "budget";
            case 404 -> "gone";
            case 409 -> "state";
            case 422 -> problem.name().equals("model-not-available") ? "model" : "other";
            default -> "other";
        };
    }
}
