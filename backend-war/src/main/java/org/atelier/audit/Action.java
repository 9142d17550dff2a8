package org.atelier.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What can have happened. The words are stored and shown, so they never change. */
public enum Action {
    SIGN_IN("sign-in"),
    SIGN_IN_FAILED("sign-in-failed"),
    SIGN_OUT("sign-out"),
    SESSIONS_ENDED("sessions.ended"),
    ACCOUNT_CREATED("account.created"),
    ACCOUNT_CHANGED("account.changed"),
    ACCOUNT_DELETED("account.deleted"),
    ROLE_CHANGED("role.changed"),
    BUDGET_CHANGED("budget.changed"),
    PASSWORD_CHANGED("password.changed"),
    PASSWORD_RESET_ISSUED("password-reset.issued"),
    KEY_CREATED("key.created"),
    KEY_CHANGED("key.changed"),
    KEY_REVOKED("key.revoked"),
    MODEL_CHANGED("model.changed"),
    MODELS_REFRESHED("models.refreshed"),
    PROVIDER_TESTED("provider.tested"),
    /** An administrator looked at what belongs to somebody else. */
    JOB_VIEWED("job.viewed"),
    JOB_CANCELLED("job.cancelled"),
    JOB_RETRIED("job.retried"),
    JOB_DELETED("job.deleted"),
    JOB_SETTLED("job.settled"),
    JOBS_PURGED("jobs.purged"),
    JOBS_TIMED_OUT("jobs.timed-out"),
    LEDGER_SETTLED("ledger.settled"),
    TOKENS_PURGED("tokens.purged"),
    BACKUP_MADE("backup.made"),
    BACKUP_FAILED("backup.failed"),
    BACKUP_DELETED("backup.deleted"),
    /** The first start on a restored backup. */
    BACKUP_RESTORED("backup.restored"),
    SETTINGS_CHANGED("settings.changed"),
    AUDIT_EXPORTED("audit.exported");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    static Optional<Action> of(String word) {
        return Arrays.stream(values()).filter(some -> some.word.equals(word)).findFirst();
    }
}
