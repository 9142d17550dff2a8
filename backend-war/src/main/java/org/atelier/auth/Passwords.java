package org.atelier.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * Argon2id, slow on purpose, on few threads of its own with a short queue: a burst of sign-ins waits or is sent away and starves
 * nobody's stream.
 */
@ApplicationScoped
class Passwords {
    /** OWASP's recommendation: 19 MiB, two passes, one lane. */
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private static final int LONGEST_QUEUE = 64;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads;
    private volatile String decoy;

    @Inject
    Passwords(Settings settings) {
        this(settings.number(Setting.SLOW_HASH_PARALLELISM));
    }

    Passwords(int parallelism) {
        this.threads = new ThreadPoolExecutor(
                parallelism, parallelism, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(LONGEST_QUEUE), work -> {
                    var thread = new Thread(work, "passwords");
                    thread.setDaemon(true);
                    thread.setContextClassLoader(Passwords.class.getClassLoader());
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** For the container's proxy only. */
    protected Passwords() {
        this.threads = null;
    }

    @PostConstruct
    void prepare() {
        decoy = hashNow("nobody has this password");
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** @throws Problem 503 when too many wait already */
    CompletableFuture<String> hash(String password) {
        return slowly(() -> hashNow(password));
    }

    /** For the start, when nobody waits yet. */
    String hashNow(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
    }

    /**
     * Takes as long for a hash that is not there.
     *
     * @throws Problem 503 when too many wait already
     */
    CompletableFuture<Boolean> matches(String password, Optional<String> hash) {
        return slowly(() -> {
            var compared = hash.orElse(decoy);
            return Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared))
                    && hash.isPresent();
        });
    }

    private <T> CompletableFuture<T> slowly(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException tooMany) {
            throw Problem.of(ProblemType.UNAVAILABLE, "Too many people are signing in at this moment. Try again soon.")
                    .retryAfter(RETRY);
        }
    }
}
