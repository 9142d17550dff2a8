package org.atelier.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.atelier.provider.KeyState;
import org.atelier.provider.ProviderFailure;
import org.atelier.provider.ProviderTarget;
import org.atelier.web.Money;

/**
 * Whether the provider takes our key, as far as it is known.
 *
 * @param sentence for administrators and the log; never holds the key
 * @param told what the provider said about the key
 */
public record KeyReport(State state, String sentence, KeyState told, Instant checkedAt) {
    static final KeyReport UNCHECKED =
            new KeyReport(State.UNCHECKED, "The provider has not been asked yet.", KeyState.UNTOLD, Instant.EPOCH);

    public enum State {
        /** Nobody has asked yet. */
        UNCHECKED,
        /** It works, or the server wants none. */
        WORKS,
        /** The provider refuses it. */
        REFUSED,
        /** It works, and may spend nothing any more. */
        USED_UP,
        /** The provider could not be asked. */
        UNREACHABLE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static KeyReport works(ProviderTarget target, KeyState state) {
        if (target.demo()) {
            return new KeyReport(
                    State.WORKS,
                    "No key is set: the demonstration answers. Set OPENROUTER_API_KEY, or OPENROUTER_BASE_URL, for real answers.",
                    KeyState.UNTOLD,
                    Instant.now());
        }
        if (target.key().get().isEmpty() || !target.dialect().hasPrices()) {
            return new KeyReport(State.WORKS, "The provider answers.", KeyState.UNTOLD, Instant.now());
        }
        var label = state.label().map(name -> " \"" + name + "\"").orElse("");
        if (state.limitRemaining().filter(dollars -> dollars.signum() <= 0).isPresent()) {
            return new KeyReport(
                    State.USED_UP,
                    "The key" + label + " has spent its limit: raise the limit at the provider, or give another key.",
                    state,
                    Instant.now());
        }
        var left = state.limitRemaining()
                .map(dollars -> new Money(dollars) + " dollars of its limit are left")
                .orElse("it has no limit of its own");
        return new KeyReport(
                State.WORKS, "The provider takes the key" + label + "; " + left + ".", state, Instant.now());
    }

    static KeyReport failed(ProviderTarget target, Throwable failed) {
        var cause = failed instanceof CompletionException ? failed.getCause() : failed;
        if (cause instanceof ProviderFailure failure && failure.kind() == ProviderFailure.Kind.KEY_REFUSED) {
            var advice = target.key().get().isPresent()
                    ? "The provider refuses the key: give a working one in OPENROUTER_API_KEY or its file."
                    : "The provider wants a key: give one in OPENROUTER_API_KEY or its file.";
            return new KeyReport(State.REFUSED, advice, KeyState.UNTOLD, Instant.now());
        }
        return new KeyReport(
                State.UNREACHABLE,
                "The provider could not be asked: " + cause.getMessage(),
                KeyState.UNTOLD,
                Instant.now());
    }

    /** Nobody has heard anything for so long that nobody waits any more. */
    static KeyReport silent() {
        return new KeyReport(
                State.UNREACHABLE,
                "The provider could not be asked: it did not answer in time.",
                KeyState.UNTOLD,
                Instant.now());
    }

    System.Logger.Level level() {
        return state == State.WORKS ? System.Logger.Level.INFO : System.Logger.Level.WARNING;
    }
}
