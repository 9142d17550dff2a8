package org.atelier.frontend.admin.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.backend.AuditApi.Line;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** A line in the reader's words. */
public class LogRow {

    private final Line line;

    LogRow(Line line) {
        this.line = line;
    }

    public String getIso() {
        return line.happenedAt();
    }

    public String getWhen() {
        return Figures.moment(Instant.parse(line.happenedAt()));
    }

    public String getAction() {
        return Words.action(line.action());
    }

    public boolean isFailure() {
        return line.action().endsWith("failed");
    }

    public String getWho() {
        if (line.email() != null) {
            return line.email();
        }
        if (line.actor() != null) {
            return gone(line.actor());
        }
        return Messages.text(line.address().isEmpty() ? "audit.system" : "audit.nobody");
    }

    /** Whether the address was only claimed. */
    public boolean isClaimed() {
        return line.actor() == null && line.email() != null;
    }

    public boolean isByKey() {
        return line.keyId() != null;
    }

    public String getAddress() {
        return line.address();
    }

    public String getRequestId() {
        return line.requestId();
    }

    public String getTarget() {
        if (line.targetLabel() != null) {
            return line.targetLabel();
        }
        boolean isGone = line.targetKind().equals("user") && line.targetId() != null;
        return isGone
                ? gone(line.targetId())
                : Optional.ofNullable(line.targetId()).orElse("");
    }

    public String getKind() {
        return Words.kind(line.targetKind());
    }

    public List<String> getChanges() {
        return Words.changes(line.before(), line.after());
    }

    private static String gone(String pseudonym) {
        return Messages.text("audit.gone", pseudonym.substring(pseudonym.length() - 6));
    }
}
