package org.atelier.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * How much may be open at once. Whatever is being worked on has one of the server's threads, which somebody who sends or reads slowly would
 * hold, so nobody gets all of them. What stays open without a thread (a stream, a download, an answer that is waited for) holds memory
 * and a connection and is counted apart.
 */
@ApplicationScoped
public class Places {
    /** Of the 128 threads that {@code server-config/backend-preboot.txt} gives the server. */
    private static final int THREADS_OF_A_PERSON = 64;

    /** One person leaves some to whoever else comes from there. */
    private static final int THREADS_OF_AN_ADDRESS = 96;

    /** Nobody knows when a place comes free. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private final Tally threadsOfPeople;
    private final Tally threadsOfAddresses;
    private final Tally ofPeople;
    private final Tally ofAddresses;

    @Inject
    public Places(Settings settings) {
        this(
                THREADS_OF_A_PERSON,
                THREADS_OF_AN_ADDRESS,
                settings.limit(Setting.STREAMS_PER_USER),
                settings.limit(Setting.STREAMS_PER_ADDRESS));
    }

    Places(int threadsOfAPerson, int threadsOfAnAddress, Optional<Integer> ofAPerson, Optional<Integer> ofAnAddress) {
        this.threadsOfPeople = new Tally(threadsOfAPerson);
        this.threadsOfAddresses = new Tally(threadsOfAnAddress);
        this.ofPeople = new Tally(ofAPerson.orElse(Integer.MAX_VALUE));
        this.ofAddresses = new Tally(ofAnAddress.orElse(Integer.MAX_VALUE));
    }

    /** For the container's proxy only. */
    protected Places() {
        this(0, 0, Optional.empty(), Optional.empty());
    }

    /**
     * @return a thread's place for somebody's request, to be closed when its thread is through
     * @throws Problem 429 if they have as many as they may
     */
    public Place thread(String address, Optional<Caller> caller) {
        var place = new Place();
        enter(
                place,
                threadsOfAddresses,
                address,
                "Too many requests of this address are being worked on. Try again in a moment.");
        caller.map(Whose::of)
                .ifPresent(whose -> enter(
                        place,
                        threadsOfPeople,
                        whose,
                        "Too many of your requests are being worked on. Try again in a moment."));
        return place;
    }

    /**
     * @return a place for a request that may stay open, to be closed when its answer has ended
     * @throws Problem 429 if they have as many as they may
     */
    public Place open(String address, Caller caller) {
        var place = new Place();
        enter(place, ofAddresses, address, tooManyOpen(ofAddresses, "this address"));
        enter(place, ofPeople, Whose.of(caller), tooManyOpen(ofPeople, "you"));
        return place;
    }

    private static String tooManyOpen(Tally tally, String who) {
        return "Streams, downloads and answers that are waited for: " + who + " can have " + tally.most()
                + " open at once. End one, or wait for an end, and try again.";
    }

    private static void enter(Place place, Tally tally, Object whose, String refusal) {
        if (!tally.enter(whose)) {
            place.close();
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, refusal).retryAfter(A_WHILE);
        }
        place.afterwards(() -> tally.leave(whose));
    }

    /** @return how many requests have one of the places that may stay open */
    public int openNow() {
        return ofAddresses.total();
    }
}
