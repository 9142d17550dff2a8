package org.atelier.videos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.atelier.jobs.Job;
import org.atelier.provider.FilmTicket;
import org.atelier.web.Json;

/**
 * What has to be known of a film that the provider accepted, so that it can be gone on with after a restart. It counts the time by what was
 * waited, not by the clock on the wall, which may be set.
 *
 * @param id the provider's
 * @param pollingUrl as the provider said it
 * @param watchedSeconds how long it has been asked after
 * @param looks how often
 * @param unknown how often in a row the provider did not know it
 * @param fetches how often it was tried to be fetched in vain
 * @param fetchSeconds how long that took, with the pauses after it
 * @param contents where the provider says the film lies
 * @param asked whether the provider was asked to stop
 */
record Filming(
        String id,
        Optional<String> pollingUrl,
        long watchedSeconds,
        int looks,
        int unknown,
        int fetches,
        long fetchSeconds,
        List<String> contents,
        boolean asked) {
    private static final int QUICK_LOOKS = 10;
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Duration USUAL = Duration.ofSeconds(15);
    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);

    Filming {
        pollingUrl = pollingUrl == null ? Optional.empty() : pollingUrl;
        contents = contents == null ? List.of() : List.copyOf(contents);
    }

    static Filming of(FilmTicket ticket) {
        return new Filming(ticket.id(), ticket.pollingUrl(), 0, 0, 0, 0, 0, List.of(), false);
    }

    static Filming of(Job job) {
        try {
            return Json.MAPPER.treeToValue(job.checkpoint().orElseThrow(), Filming.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    JsonNode json() {
        return Json.MAPPER.valueToTree(this);
    }

    FilmTicket ticket() {
        return new FilmTicket(id, pollingUrl);
    }

    Duration watched() {
        return Duration.ofSeconds(watchedSeconds);
    }

    /** @return what was spent on fetching it so far */
    Duration fetching() {
        return Duration.ofSeconds(fetchSeconds);
    }

    /** @return when to look next, as long as nobody says otherwise: often at first, seldom later */
    Duration pause() {
        if (looks < QUICK_LOOKS) {
            return QUICK;
        }
        return watched().compareTo(LONG) < 0 ? USUAL : SLOW;
    }

    /** Another look, and so much time until the next. @param known whether the provider knows the film */
    Filming looked(Duration pause, boolean known) {
        return new Filming(
                id,
                pollingUrl,
                watchedSeconds + pause.toSeconds(),
                looks + 1,
                known ? 0 : unknown + 1,
                fetches,
                fetchSeconds,
                contents,
                asked);
    }

    Filming lyingAt(List<String> places) {
        return new Filming(id, pollingUrl, watchedSeconds, looks, unknown, fetches, fetchSeconds, places, asked);
    }

    /** Another attempt to fetch it. @param took the attempt and the pause after it */
    Filming fetchedInVain(Duration took) {
        return new Filming(
                id,
                pollingUrl,
                watchedSeconds,
                looks,
                unknown,
                fetches + 1,
                fetchSeconds + took.toSeconds(),
                contents,
                asked);
    }

    Filming askedToStop() {
        return new Filming(id, pollingUrl, watchedSeconds, looks, unknown, fetches, fetchSeconds, contents, true);
    }
}
