package org.atelier.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** So many attempts at once, refilled evenly over a period, for each key of one kind (an account, an address). */
final class Throttle {
    private final int attempts;
    private final Duration period;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Throttle(int attempts, Duration period, Clock clock) {
        this.attempts = attempts;
        this.period = period;
        this.time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(period)
                .build();
    }

    /** @throws Problem 429 with the time after which one more attempt is granted */
    void take(String key) {
        var probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many attempts. Wait a moment and try again.")
                    .retryAfter(
                            Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }

    /** For an attempt that turned out to be a right one. */
    void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(String key) {
        return buckets.get(key, unseen -> Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, period))
                .withCustomTimePrecision(time)
                .build());
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
