package org.atelier.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Pictures are decoded in turn: a decoded one and its copies are the largest thing in this server's memory. */
final class Decoding {
    private static final int AT_ONCE = 1;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** What is made of an open picture while nobody else has one. */
    interface Look<T> {
        T at(Picture picture) throws IOException;
    }

    /**
     * @param file closed afterwards, and left where it is
     * @throws Problem 415, 422 for what is no picture; 503 when so many are before this one that its turn does not come for long
     */
    <T> T of(Path file, Look<T> look) throws IOException {
        awaitTurn();
        try (var picture = Picture.open(file)) {
            return look.at(picture);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (turns.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(ProblemType.UNAVAILABLE, "Too many pictures are being looked at. Try again in a moment.")
                .retryAfter(LONGEST_WAIT);
    }
}
