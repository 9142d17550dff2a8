package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.atelier.provider.FilmReport.State;
import org.atelier.provider.ProviderFailure.Charge;

/** Reads what a server says of a film, in the words of any dialect. */
final class FilmReports {

    private static final int MOST_CONTENTS = 8;

    private static final Set<String> QUEUED = Set.of(
            "queued", "pending", "created", "submitted", "accepted", "scheduled", "waiting", "not_started", "in_queue");
    private static final Set<String> COMPLETED =
            Set.of("completed", "complete", "succeeded", "success", "successful", "done", "finished", "ready");
    private static final Set<String> FAILED = Set.of(
            "failed", "failure", "fail", "error", "errored", "dead", "rejected", "timed_out", "timeout", "incomplete");
    private static final Set<String> CANCELLED =
            Set.of("cancelled", "canceled", "aborted", "stopped", "terminated", "deleted");
    private static final Set<String> EXPIRED = Set.of("expired");

    private FilmReports() {}

    /** The film in an answer; some go-betweens wrap it. */
    static JsonNode film(JsonNode answer) {
        boolean bare = answer.has("id") || answer.has("status");
        return !bare && answer.path("data").isObject() ? answer.path("data") : answer;
    }

    /** An id that could mean another path is none. */
    static Optional<FilmTicket> ticket(JsonNode film) {
        return Wire.text(film, "id")
                .filter(id -> !id.isBlank() && !id.matches("\\.+"))
                .map(id -> new FilmTicket(id, Wire.text(film, "polling_url")));
    }

    /** @throws ProviderFailure if the answer is about no film */
    static FilmReport ofPoll(JsonNode answer, Optional<String> retryHeader) {
        JsonNode film = film(answer);
        JsonNode error = Failures.errorIn(film);
        boolean told = word(film).isPresent() || !contents(film).isEmpty();
        if (!told && !error.isMissingNode()) {
            throw Failures.inBand(error, Charge.UNKNOWN);
        }
        if (!told) {
            throw Failures.garbage("answered without the state of the film");
        }
        return read(film, retryHeader);
    }

    static FilmReport read(JsonNode film, Optional<String> retryHeader) {
        List<String> contents = contents(film);
        Optional<String> word = word(film);
        State unsaid = contents.isEmpty() ? State.QUEUED : State.COMPLETED;
        return new FilmReport(
                word.map(FilmReports::state).orElse(unsaid),
                word.orElse(""),
                Wire.integer(film, "progress").filter(percent -> percent <= 100),
                contents,
                Wire.usage(film),
                Wire.text(film, "generation_id"),
                Failures.sentence(Failures.errorIn(film)),
                retryHeader.flatMap(Failures::retryAfter));
    }

    private static Optional<String> word(JsonNode film) {
        return Wire.text(film, "status").or(() -> Wire.text(film, "state"));
    }

    static State state(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        if (QUEUED.contains(plain)) {
            return State.QUEUED;
        } else if (COMPLETED.contains(plain)) {
            return State.COMPLETED;
        } else if (FAILED.contains(plain)) {
            return State.FAILED;
        } else if (CANCELLED.contains(plain)) {
            return State.CANCELLED;
        }
        return EXPIRED.contains(plain) ? State.EXPIRED : State.RUNNING;
    }

    private static List<String> contents(JsonNode film) {
        List<String> found = new ArrayList<>();
        for (String list : List.of("unsigned_urls", "urls", "data")) {
            film.path(list).forEach(one -> address(one).ifPresent(found::add));
        }
        for (String member : List.of("video", "video_url", "url")) {
            address(film.path(member)).ifPresent(found::add);
        }
        return found.stream().distinct().limit(MOST_CONTENTS).toList();
    }

    /** A text, or an object with one. */
    private static Optional<String> address(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank()
                ? Optional.of(node.textValue().strip())
                : Wire.text(node, "url");
    }
}
