package org.atelier.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.atelier.auth.RefreshRule.Verdict;
import org.atelier.database.Database;
import org.jdbi.v3.core.Handle;

/** Who is signed in where. That a session has ended is known in memory for as long as an access token of it could still come. */
final class Sessions {
    private static final Duration KEPT_AFTER_END = Duration.ofDays(1);

    /** For so long an access token of a sign-in that has ended could still come. */
    private static final Duration HEARD_OF_AFTER_END = AccessTokens.LIFETIME.plusMinutes(1);

    /** Forgotten in one unit of work. */
    private static final int AT_ONCE = 200;

    private final Database database;
    private final RefreshRule rule;
    private final Clock clock;
    private final Consumer<UUID> whenEnded;
    private final Cache<UUID, Boolean> ended =
            Caffeine.newBuilder().expireAfterWrite(HEARD_OF_AFTER_END).build();

    /** A session and the refresh token that continues it. */
    record Continued(Session session, RefreshToken token) {}

    private record Judged(Verdict verdict, Session session) {}

    /** @param whenEnded told of each sign-in that has ended, after its commit */
    Sessions(Database database, RefreshRule rule, Clock clock, Consumer<UUID> whenEnded) {
        this.database = database;
        this.rule = rule;
        this.clock = clock;
        this.whenEnded = whenEnded;
        var now = clock.instant();
        purge(now.minus(KEPT_AFTER_END));
        database.read(handle -> SessionTable.endedSince(handle, now.minus(AccessTokens.LIFETIME)))
                .forEach(id -> ended.put(id, true));
    }

    /** Part of a unit of work: whoever signs up is signed in by the same commit. */
    Continued begin(Handle handle, UUID userId, UUID sessionId, Device device) {
        var token = RefreshToken.first(sessionId);
        var session = Session.begin(userId, token, clock.instant());
        SessionTable.insert(handle, session, device);
        return new Continued(session, token);
    }

    /** @return empty when the token is worth nothing */
    Optional<Continued> refresh(RefreshToken token) {
        var judged = judge(token);
        if (judged.verdict() == Verdict.ROTATE) {
            judged = rotate(token);
        }
        return switch (judged.verdict()) {
            case ROTATE, REPEAT -> Optional.of(new Continued(judged.session(), rule.successor(token)));
            case REPLAYED -> {
                end(token.sessionId());
                yield Optional.empty();
            }
            case REFUSED -> Optional.empty();
        };
    }

    private Judged judge(RefreshToken token) {
        return database.read(handle -> judge(handle, token));
    }

    private Judged judge(Handle handle, RefreshToken token) {
        return SessionTable.find(handle, token.sessionId())
                .map(session -> new Judged(
                        rule.verdict(token, session, SessionTable.uses(handle, session.id()), clock.instant()),
                        session))
                .orElse(new Judged(Verdict.REFUSED, null));
    }

    /** Judges again where nobody can come between: of many that saw the newest token as unused, one rotates. */
    private Judged rotate(RefreshToken token) {
        return database.write(handle -> {
            var judged = judge(handle, token);
            if (judged.verdict() != Verdict.ROTATE) {
                return judged;
            }
            var now = clock.instant();
            var rotated = judged.session().rotated(rule.successor(token), now);
            SessionTable.rotate(handle, rotated, token.generation(), now);
            return new Judged(Verdict.ROTATE, rotated);
        });
    }

    /** Ends the session of that token if it is one of this person's. */
    void endBy(RefreshToken token, UUID userId) {
        var judged = judge(token);
        if (judged.verdict() != Verdict.REFUSED && judged.session().userId().equals(userId)) {
            end(token.sessionId());
        }
    }

    void end(UUID sessionId) {
        database.write(handle -> {
            SessionTable.end(handle, sessionId, clock.instant());
            return null;
        });
        publishEnded(List.of(sessionId));
    }

    List<SignInPlace> of(UUID userId) {
        return database.read(handle -> SessionTable.placesOf(handle, userId, clock.instant()));
    }

    boolean belongs(UUID sessionId, UUID userId) {
        return database.read(handle -> SessionTable.find(handle, sessionId))
                .filter(session -> session.userId().equals(userId))
                .isPresent();
    }

    /** Everywhere, at once. */
    void endAll(UUID userId) {
        publishEnded(database.write(handle -> endAll(handle, userId)));
    }

    /** Part of a unit of work, as {@link #endOthers}. */
    List<UUID> endAll(Handle handle, UUID userId) {
        return endOthers(handle, userId, null);
    }

    /**
     * Part of a unit of work that changes what the sessions rest on; the caller says {@link #publishEnded} after the commit.
     *
     * @param kept the one that goes on; null: none does
     * @return the sessions that have ended
     */
    List<UUID> endOthers(Handle handle, UUID userId, UUID kept) {
        var others = SessionTable.openOf(handle, userId).stream()
                .filter(id -> !id.equals(kept))
                .toList();
        others.forEach(id -> SessionTable.end(handle, id, clock.instant()));
        return others;
    }

    void publishEnded(List<UUID> sessionIds) {
        sessionIds.forEach(id -> ended.put(id, true));
        sessionIds.forEach(whenEnded);
    }

    /** Forgets sign-ins that can let nobody in any more; those that have ended just now are still to be known after a start. @return how many */
    int purge() {
        return purge(clock.instant().minus(HEARD_OF_AFTER_END));
    }

    private int purge(Instant then) {
        int purged = 0;
        for (var some = over(then); !some.isEmpty(); some = over(then)) {
            var ids = some;
            purged += database.write(handle -> SessionTable.delete(handle, ids));
        }
        return purged;
    }

    private List<UUID> over(Instant then) {
        return database.read(handle -> SessionTable.over(handle, then, AT_ONCE));
    }

    boolean ended(UUID sessionId) {
        return ended.getIfPresent(sessionId) != null;
    }
}
