package org.atelier.usage;

import java.util.Locale;
import org.atelier.provider.CallOutcome;
import org.atelier.provider.ProviderFailure;

/** How a paid attempt ended, in the ledger's words. */
public enum Outcome {
    /** The whole answer came. */
    COMPLETED,
    /** Its owner ended it. */
    STOPPED,
    /** A part came, then it broke. */
    CUT,
    /** The provider did not like the question. */
    REFUSED,
    /** The provider could not or would not, whatever the question. */
    FAILED,
    /** It was announced and nobody knows what became of it. */
    UNKNOWN,
    /** It never left. */
    NOT_CHARGED;

    static Outcome of(CallOutcome call) {
        boolean stopped = call.failure().equals(java.util.Optional.of(ProviderFailure.Kind.CANCELLED));
        return switch (call.result()) {
            case COMPLETED -> COMPLETED;
            case CUT -> stopped ? STOPPED : CUT;
            case FAILED -> call.failure().filter(Outcome::blamesTheQuestion).isPresent() ? REFUSED : FAILED;
            case UNKNOWN -> stopped ? STOPPED : UNKNOWN;
            case NOT_SENT -> NOT_CHARGED;
        };
    }

    private static boolean blamesTheQuestion(ProviderFailure.Kind kind) {
        return switch (kind) {
            case CONTENT_REFUSED, CONTEXT_TOO_LONG, PARAMETER_REFUSED, MODEL_NOT_AVAILABLE -> true;
            case KEY_REFUSED, OUT_OF_CREDIT, BUSY, FAILED, TIMEOUT, CANCELLED, NOT_RECORDED, NOT_STORED -> false;
        };
    }

    /** Reads what {@link #word} wrote. */
    static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
