package org.atelier.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemBody;
import org.atelier.web.ProblemType;

/**
 * A backup that did not come about; {@code failure.json}. It is in the folder from the beginning and goes when the backup is whole, so that
 * what a kill leaves says whose it was.
 *
 * @param userId who asked for it, where somebody did
 * @param error a problem document
 */
record Failure(String id, MadeBy madeBy, Optional<UUID> userId, Instant startedAt, Instant endedAt, JsonNode error) {

    /** @return what is true until there is more */
    static Failure unfinished(String id, MadeBy madeBy, Optional<UUID> userId, Instant startedAt) {
        var ended = Problem.of(
                ProblemType.UNAVAILABLE, "The server ended while this backup was being made. Make another one.");
        return new Failure(id, madeBy, userId, startedAt, startedAt, document(id, ended));
    }

    Failure because(Problem problem, Instant now) {
        return new Failure(id, madeBy, userId, startedAt, now, document(id, problem));
    }

    Failure seen(Instant now) {
        return new Failure(id, madeBy, userId, startedAt, now, error);
    }

    private static JsonNode document(String id, Problem problem) {
        return Json.MAPPER.valueToTree(ProblemBody.of(problem, id));
    }
}
