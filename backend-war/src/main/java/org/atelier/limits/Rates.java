package org.atelier.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.web.Caller;

/** How many requests a minute an address, a person and a key may send; a minute's worth of them at once. */
@ApplicationScoped
public class Rates {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Optional<Throttle> addresses;
    private final Optional<Throttle> people;
    private final Optional<Throttle> keys;

    @Inject
    public Rates(Settings settings) {
        this(settings, Clock.systemUTC());
    }

    Rates(Settings settings, Clock clock) {
        addresses = throttle(settings, Setting.RATE_LIMIT_ADDRESS, "from this address", clock);
        people = throttle(settings, Setting.RATE_LIMIT_USER, "of this account", clock);
        keys = throttle(settings, Setting.RATE_LIMIT_KEY, "with this API key", clock);
    }

    /** For the container's proxy only. */
    protected Rates() {
        addresses = Optional.empty();
        people = Optional.empty();
        keys = Optional.empty();
    }

    private static Optional<Throttle> throttle(Settings settings, Setting limit, String who, Clock clock) {
        return settings.limit(limit).map(most -> new Throttle(most, MINUTE, refusal(most, who), clock));
    }

    private static String refusal(int most, String who) {
        return "Too many requests " + who + ": " + most
                + " a minute are the most. Wait as long as Retry-After says, then go on more slowly.";
    }

    /**
     * Before anything else is looked at, so that a wrong credential counts too.
     *
     * @throws org.atelier.web.Problem 429
     */
    public void ofAddress(String address) {
        addresses.ifPresent(throttle -> throttle.take(address));
    }

    /** @throws org.atelier.web.Problem 429 */
    public void of(Caller caller) {
        keys.ifPresent(throttle -> caller.keyId().ifPresent(throttle::take));
        people.ifPresent(throttle -> throttle.take(Whose.of(caller)));
    }
}
