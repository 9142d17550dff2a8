package org.atelier.jobs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a job is. What it may become is decided here and holds for every kind. */
public enum JobStatus {
    /** It waits for its turn; nothing was sent. */
    QUEUED,
    /** Its turn has come; what the request needs is put together. */
    SUBMITTING,
    /** The paid request leaves or has left. */
    PROCESSING,
    /** The result came and is brought to disk. */
    STORING,
    COMPLETED,
    FAILED,
    /** By its owner or an administrator. */
    CANCELLED,
    /** Its own deadline passed. */
    TIMED_OUT;

    private static final Set<JobStatus> ENDS = EnumSet.of(COMPLETED, FAILED, CANCELLED, TIMED_OUT);

    public boolean isOver() {
        return ENDS.contains(this);
    }

    /** Back to the queue only what the ledger knows nothing of, so that nothing can have been sent; an end is an end. */
    boolean mayBecome(JobStatus next) {
        return switch (this) {
            case QUEUED -> next == SUBMITTING || next == FAILED || next == CANCELLED;
            case SUBMITTING -> next == QUEUED || next == PROCESSING || next == FAILED || next == CANCELLED;
            case PROCESSING ->
                next == QUEUED || next == STORING || next == FAILED || next == CANCELLED || next == TIMED_OUT;
            case STORING -> next == COMPLETED || next == FAILED;
            case COMPLETED, FAILED, CANCELLED, TIMED_OUT -> false;
        };
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static JobStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
