package org.atelier.provider;

import java.time.Duration;

/**
 * How long and how often we try, and how much at once.
 *
 * @param connect until the connection stands
 * @param answer for a whole answer that is not streamed
 * @param picture for an answer with pictures, and between two signs of life of a picture that is downloaded
 * @param streamIdle between two signs of life of a stream; comments count
 * @param read for catalogue and key
 * @param retries after the first attempt, only while nothing has been delivered
 * @param firstPause before the first retry, doubled before the next, with jitter
 * @param longestPause a {@code Retry-After} beyond it is handed to the caller instead of being waited for
 * @param callsAtOnce paid calls in flight; more are refused as busy
 */
public record CallLimits(
        Duration connect,
        Duration answer,
        Duration picture,
        Duration streamIdle,
        Duration read,
        int retries,
        Duration firstPause,
        Duration longestPause,
        int callsAtOnce) {

    public static final CallLimits STANDARD = new CallLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(120),
            Duration.ofSeconds(300),
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            2,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            4096);
}
