package org.atelier.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.atelier.limits.Throttle;
import org.atelier.users.Email;

/**
 * How often somebody may guess. Twenty colleagues behind one address sign in unhindered, because right passwords are given back;
 * an account is held closed for the address that guesses, and for everybody only when many addresses guess together.
 */
final class Throttles {
    private static final String REFUSAL = "Too many attempts. Wait a moment and try again.";

    private final Throttle signInsOfAddress;
    private final Throttle signInsOfAccount;
    private final Throttle signInsOfAccountAndAddress;
    private final Throttle registrations;
    private final Throttle takenAnswers;
    private final Throttle refreshes;
    private final Throttle refreshesOfAddress;

    Throttles(Clock clock) {
        var quarter = Duration.ofMinutes(15);
        var hour = Duration.ofHours(1);
        signInsOfAddress = new Throttle(60, quarter, REFUSAL, clock);
        signInsOfAccount = new Throttle(100, hour, REFUSAL, clock);
        signInsOfAccountAndAddress = new Throttle(10, quarter, REFUSAL, clock);
        // A whole office that begins on one morning has one address.
        registrations = new Throttle(120, hour, REFUSAL, clock);
        takenAnswers = new Throttle(10, hour, REFUSAL, clock);
        refreshesOfAddress = new Throttle(60, quarter, REFUSAL, clock);
        refreshes = new Throttle(240, Duration.ofMinutes(1), REFUSAL, clock);
    }

    void beforeSignIn(Email email, String address) {
        signInsOfAddress.take(address);
        signInsOfAccountAndAddress.take(both(email, address));
        signInsOfAccount.take(email.address());
    }

    void rightPassword(Email email, String address) {
        signInsOfAddress.giveBack(address);
        signInsOfAccountAndAddress.giveBack(both(email, address));
        signInsOfAccount.giveBack(email.address());
    }

    void beforeLink(String address) {
        signInsOfAddress.take(address);
    }

    void rightLink(String address) {
        signInsOfAddress.giveBack(address);
    }

    void beforeRegistration(String address) {
        registrations.take(address);
    }

    /** A refresh token is checked at some cost, so whoever guesses for one session does not do it for ever. */
    void beforeRefresh(UUID sessionId) {
        refreshes.take(sessionId.toString());
    }

    /** Whoever guesses refresh tokens at all; right ones are given back, since a whole office may have one address. */
    void beforeRefresh(String address) {
        refreshesOfAddress.take(address);
    }

    void rightRefresh(String address) {
        refreshesOfAddress.giveBack(address);
    }

    /** Telling that an address is registered is a courtesy that must not become a directory. */
    void beforeTakenAnswer(String address) {
        takenAnswers.take(address);
    }

    private static String both(Email email, String address) {
        return email.address() + " " + address;
    }
}
