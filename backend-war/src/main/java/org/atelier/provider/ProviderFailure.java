package org.atelier.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why there is no answer, or no whole one. The message is for administrators and the log: it never holds the key or a
 * prompt, and people get a sentence made from the {@link #kind()}.
 */
public final class ProviderFailure extends RuntimeException {

    public enum Kind {
        /** 401: the key is missing, wrong or disabled. */
        KEY_REFUSED,
        /** 402: no credit left behind the key. */
        OUT_OF_CREDIT,
        /** Content policy or moderation; see {@link #reasons()}. */
        CONTENT_REFUSED,
        CONTEXT_TOO_LONG,
        /** A parameter or the request's form is not what the model takes. */
        PARAMETER_REFUSED,
        /** Unknown, removed, or nobody serves it under our conditions. */
        MODEL_NOT_AVAILABLE,
        /** Rate limit, overload, or our own circuit breaker or bulkhead; see {@link #retryAfter()}. */
        BUSY,
        /** It could not be reached, failed inside, or answered rubbish. */
        FAILED,
        /** It was asked and did not answer in time. */
        TIMEOUT,
        /** It answered and our disk did not take the pictures; the cause is the disk's own. */
        NOT_STORED,
        /** We stopped it. */
        CANCELLED,
        /** The recorder refused or failed, so nothing was sent; the cause is the recorder's own. */
        NOT_RECORDED
    }

    /** Whether the failed call may have cost money. */
    public enum Charge {
        CERTAINLY_NOT,
        UNKNOWN,
        CERTAINLY
    }

    private final Kind kind;
    private final Charge charge;
    private final transient Details details;

    /**
     * @param status the HTTP status, if there was one
     * @param reasons what moderation named
     * @param again whether the same request may be sent once more without paying twice
     */
    record Details(Optional<Integer> status, Optional<Duration> retryAfter, List<String> reasons, boolean again) {
        static final Details NONE = new Details(Optional.empty(), Optional.empty(), List.of(), false);
        static final Details NEVER_SENT = new Details(Optional.empty(), Optional.empty(), List.of(), true);
    }

    ProviderFailure(Kind kind, Charge charge, String message) {
        this(kind, charge, message, Details.NONE, null);
    }

    ProviderFailure(Kind kind, Charge charge, String message, Details details, Throwable cause) {
        super(message, cause, false, false);
        this.kind = kind;
        this.charge = charge;
        this.details = details;
    }

    public Kind kind() {
        return kind;
    }

    public Charge charge() {
        return charge;
    }

    public Optional<Integer> status() {
        return details.status();
    }

    public Optional<Duration> retryAfter() {
        return details.retryAfter();
    }

    public List<String> reasons() {
        return details.reasons();
    }

    /** The same without this secret in its words: some servers quote the key they refuse. */
    ProviderFailure without(Optional<String> secret) {
        boolean quoted = secret.filter(word -> !word.isEmpty() && getMessage().contains(word))
                .isPresent();
        return quoted
                ? new ProviderFailure(kind, charge, getMessage().replace(secret.get(), "…"), details, null)
                : this;
    }

    /** The same from somebody who promises that failures cost nothing. */
    ProviderFailure notCharged() {
        return new ProviderFailure(kind, Charge.CERTAINLY_NOT, getMessage(), details, getCause());
    }

    /** The same about something that is paid for whatever becomes of it. */
    ProviderFailure charged() {
        return new ProviderFailure(kind, Charge.CERTAINLY, getMessage(), details, getCause());
    }

    /** Whether sending the same request once more cannot pay twice. */
    boolean mayBeRepeated() {
        return details.again();
    }
}
