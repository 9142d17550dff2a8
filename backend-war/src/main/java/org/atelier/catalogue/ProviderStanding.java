package org.atelier.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * How we stand with the provider, for administrators.
 *
 * @param since when this state began
 * @param detail what is the matter and what to do; never holds the key
 */
public record ProviderStanding(State state, Instant since, String detail) {

    public enum State {
        OK,
        /** It does not take our key. */
        KEY_REFUSED,
        /** It wants money before it answers. */
        OUT_OF_CREDIT,
        UNREACHABLE,
        /** Nobody real is asked. */
        DEMO;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ProviderStanding becomes(State next, String why) {
        return new ProviderStanding(next, next == state ? since : Instant.now(), why);
    }
}
