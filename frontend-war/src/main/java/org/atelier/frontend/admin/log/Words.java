package org.atelier.frontend.admin.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.frontend.faces.Messages;

/** What the backend calls the actions, and what readers call them. */
final class Words {

    static final List<String> ACTIONS = List.of(
            "audit.action.sign-in",
            "audit.action.sign-in-failed",
            "audit.action.sign-out",
            "audit.action.sessions.ended",
            "audit.action.account.created",
            "audit.action.account.changed",
            "audit.action.account.deleted",
            "audit.action.role.changed",
            "audit.action.budget.changed",
            "audit.action.password.changed",
            "audit.action.password-reset.issued",
            "audit.action.key.created",
            "audit.action.key.changed",
            "audit.action.key.revoked",
            "audit.action.model.changed",
            "audit.action.models.refreshed",
            "audit.action.provider.tested",
            "audit.action.job.viewed",
            "audit.action.job.cancelled",
            "audit.action.job.retried",
            "audit.action.job.deleted",
            "audit.action.job.settled",
            "audit.action.jobs.purged",
            "audit.action.jobs.timed-out",
            "audit.action.ledger.settled",
            "audit.action.tokens.purged",
            "audit.action.backup.made",
            "audit.action.backup.failed",
            "audit.action.backup.deleted",
            "audit.action.backup.restored",
            "audit.action.settings.changed",
            "audit.action.audit.exported");

    private static final Map<String, String> KINDS = Map.of(
            "user", "audit.kind.user",
            "key", "audit.kind.key",
            "model", "audit.kind.model",
            "job", "audit.kind.job",
            "ledger", "audit.kind.ledger",
            "backup", "audit.kind.backup",
            "provider", "audit.kind.provider",
            "audit", "audit.kind.audit");

    private static final String ACTION = "audit.action.";

    private Words() {}

    static String word(String key) {
        return key.substring(ACTION.length());
    }

    /** A newer backend may know an action that we do not: then its own word has to do. */
    static String action(String word) {
        return ACTIONS.contains(ACTION + word) ? Messages.text(ACTION + word) : word;
    }

    static String kind(String word) {
        return Optional.ofNullable(KINDS.get(word)).map(Messages::text).orElse(word);
    }

    /** The fields that changed, each as it was and as it is. */
    static List<String> changes(JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        Stream.of(before, after).filter(Words::isThere).forEach(node -> node.fieldNames()
                .forEachRemaining(names::add));
        return names.stream()
                .filter(name -> !text(before, name).equals(text(after, name)))
                .map(name -> change(name, text(before, name), text(after, name)))
                .collect(Collectors.toList());
    }

    private static String change(String name, String was, String is) {
        return was.isEmpty() ? name + ": " + is : name + ": " + was + " → " + (is.isEmpty() ? "–" : is);
    }

    private static boolean isThere(JsonNode node) {
        return node != null && node.isObject();
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = isThere(node) ? node.get(name) : null;
        return value == null || value.isNull() ? "" : value.isTextual() ? value.textValue() : value.toString();
    }
}
