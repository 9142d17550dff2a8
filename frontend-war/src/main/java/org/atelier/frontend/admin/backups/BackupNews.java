package org.atelier.frontend.admin.backups;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.atelier.frontend.backend.Problem;
import org.atelier.frontend.faces.Messages;

/** What an act on backups did, or why it did not: a word in the address that the form leads to, and a sentence on its page. */
final class BackupNews {

    /** A sentence of the backend's that it says whole, whatever happened. */
    private static final String ENDED = "The server ended while this backup was being made. Make another one.";

    private BackupNews() {}

    /** @return the sentence for what was done, or null */
    static String did(HttpServletRequest request) {
        return switch (given(request, "did")) {
            case "delete" -> Messages.text("admin.backups.did.delete");
            case "end" -> Messages.text("admin.backups.did.end");
            default -> null;
        };
    }

    /** @return the sentence for what was refused, or null */
    static String trouble(HttpServletRequest request) {
        return switch (given(request, "trouble")) {
            case "" -> null;
            case "state" -> Messages.text("admin.backups.trouble.state");
            case "gone" -> Messages.text("admin.backups.trouble.gone");
            case "full" -> Messages.text("admin.backups.trouble.full");
            case "folder" -> Messages.text("admin.backups.trouble.folder");
            default -> Messages.text("admin.backups.trouble.other");
        };
    }

    private static String given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** @return the word for a refusal */
    static String word(Problem problem) {
        return switch (problem.name()) {
            case "not-found" -> "gone";
            case "conflict" -> "state";
            case "storage-full" -> "full";
            case "unavailable" -> "folder";
            default -> "other";
        };
    }

    /** @return why a backup failed */
    static String why(Problem problem) {
        return switch (problem.name()) {
            case "storage-full" -> Messages.text("admin.backups.why.full");
            case "unavailable" ->
                Messages.text(ENDED.equals(problem.detail()) ? "admin.backups.why.ended" : "admin.backups.why.folder");
            default -> Messages.text("admin.backups.why.other");
        };
    }

    /** @return whether {@link #why} leaves nothing out */
    static boolean saysAll(Problem problem) {
        return ENDED.equals(problem.detail()) || problem.name().equals("internal");
    }
}
