package org.atelier.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the provider says of a film that it has accepted.
 *
 * @param word the state as the provider called it, for showing; empty if it did not
 * @param progress percent, where a server tells it
 * @param contents where the film lies, as the provider wrote it; only {@link Films#fetch} makes anything of it
 * @param usage with the cost, as soon as that is known
 * @param error the provider's own sentence about a failure, for administrators and the log
 * @param retryAfter how long it wants to be left alone
 */
public record FilmReport(
        State state,
        String word,
        Optional<Integer> progress,
        List<String> contents,
        Optional<Usage> usage,
        Optional<String> generationId,
        Optional<String> error,
        Optional<Duration> retryAfter) {

    public FilmReport {
        contents = List.copyOf(contents);
    }

    /** The same without this secret in its words. */
    FilmReport without(Optional<String> secret) {
        Optional<String> clean = error.map(words -> secret.filter(word -> !word.isEmpty())
                .map(word -> words.replace(word, "…"))
                .orElse(words));
        return new FilmReport(state, word, progress, contents, usage, generationId, clean, retryAfter);
    }

    /** What the many words of the dialects mean. */
    public enum State {
        QUEUED,
        /** Also every word that nobody knows: it goes on until the caller's own deadline. */
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED,
        /** Made, or not made in time, and not to be had any more. */
        EXPIRED;

        public boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }
}
