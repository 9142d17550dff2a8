package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.idempotency.Claim;
import org.atelier.idempotency.Keys;
import org.atelier.idempotency.RequestKey;
import org.atelier.usage.LedgerSearch;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * One paid call for one request, or none for one that came before: with an {@code Idempotency-Key} the answer is kept for a day, so that the
 * same request is paid once however often it comes.
 */
@ApplicationScoped
public class PaidOnce {
    private static final Duration KEPT = Duration.ofHours(25);

    private final Keys keys;
    private final LedgerSearch lines;

    @Inject
    PaidOnce(Keys keys, LedgerSearch lines) {
        this.keys = keys;
        this.lines = lines;
    }

    /** For the container's proxy only. */
    protected PaidOnce() {
        this(null, null);
    }

    /** Sends what is asked. */
    public interface Run {
        /**
         * @param id of the answer, and in its ledger line
         * @param keeping to be told the end before anybody else is
         * @throws RuntimeException when nothing was sent
         */
        void begin(UUID id, Keeping keeping) throws IOException;
    }

    /** Gives an answer again. */
    public interface Replay {
        /** @param answer as {@link Keeping#answered} got it */
        void of(String answer) throws IOException;
    }

    /**
     * @param body what was read from the request, by which a repetition is recognised
     * @throws Problem 422 for the key of another request, 409 while the same one is being run or when nobody knows how it ended
     */
    public void answer(HttpServletRequest request, HttpServletResponse response, Object body, Run run, Replay replay)
            throws IOException {
        var claim = RequestKey.of(request).map(key -> keys.claim(key, body));
        if (claim.isEmpty()) {
            run.begin(Database.newId(), Keeping.NOWHERE);
        } else if (claim.get() instanceof Claim.Fresh fresh) {
            once(run, fresh);
        } else if (claim.get() instanceof Claim.Answered before) {
            response.setHeader(RequestKey.REPLAYED, "true");
            replay.of(before.answer().orElseThrow());
        } else if (claim.get() instanceof Claim.Unsettled lost) {
            throw outcomeUnknown(lost.runId());
        }
    }

    private void once(Run run, Claim.Fresh claim) throws IOException {
        var id = Database.newId();
        keys.take(claim, id);
        try {
            run.begin(id, Keeping.under(keys, claim));
        } catch (IOException | RuntimeException notSent) {
            keys.notCharged(claim).join();
            throw notSent;
        }
    }

    private Problem outcomeUnknown(UUID id) {
        var problem = Problem.of(
                ProblemType.OUTCOME_UNKNOWN,
                "This request was sent before and its answer is not here; it may have been paid for. Send it with a new key to ask again.");
        return lines.lineOf(id, Instant.now().minus(KEPT))
                .map(line -> problem.with("ledger_id", line))
                .orElse(problem);
    }
}
