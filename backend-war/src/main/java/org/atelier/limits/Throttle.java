package org.atelier.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** So many attempts at once, refilled evenly over a period, for each key of one kind (an account, an address). */
public final class Throttle {
    private final int attempts;
    private final Duration period;
    private final String refusal;
    private final TimeMeter time;
    private final Cache<Object, Bucket> buckets;

    /** @param refusal what whoever tries too often is told */
    public Throttle(int attempts, Duration period, String refusal, Clock clock) {
        this.attempts = attempts;
        this.period = period;
        this.refusal = refusal;
        this.time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(period)
                .build();
    }

    /**
     * @param key a value that is equal for the same one
     * @throws Problem 429 with the time after which one more attempt is granted
     */
    public void take(Object key) {
        var bucket = bucket(key);
        if (!bucket.tryConsume(1)) {
            var wait = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, refusal)
                    .retryAfter(Duration.ofNanos(wait).plusSeconds(1));
        }
    }

    /** For an attempt that turned out to be a right one. */
    public void giveBack(Object key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(Object key) {
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
