package org.atelier.keys;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.users.Budget;
import org.atelier.users.PersonGone;
import org.atelier.users.SignedOut;
import org.atelier.users.WhatGoes;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** All keys: in the database for good, and in memory for every request, which changes only after the database has. */
@ApplicationScoped
public class ApiKeys {
    private static final System.Logger LOG = System.getLogger(ApiKeys.class.getName());
    static final int MOST_OF_A_PERSON = 50;

    private final Map<String, ApiKey> byDigest = new ConcurrentHashMap<>();
    private final Map<UUID, String> digests = new ConcurrentHashMap<>();
    private final LastUses lastUses = new LastUses(this::writeUse);
    private final Clock clock;
    private final Consumer<UUID> whenEnded;
    private volatile Database database;

    @Inject
    ApiKeys(Event<SignedOut> signedOut) {
        this(Clock.systemUTC(), id -> signedOut.fire(new SignedOut(id)));
    }

    /** @param whenEnded told of each key that lets nobody in any more */
    public ApiKeys(Clock clock, Consumer<UUID> whenEnded) {
        this.clock = clock;
        this.whenEnded = whenEnded;
    }

    /** For the container's proxy only. */
    protected ApiKeys() {
        this(null, null);
    }

    /** Before whoever else starts: they may ask for keys. */
    public void load(@Observes @Priority(150) DatabaseReady ready) {
        database = ready.database();
        database.read(ApiKeyTable::all).forEach(kept -> {
            remember(kept.key(), kept.digest());
            kept.lastUsedAt().ifPresent(when -> lastUses.load(kept.key().id(), when));
        });
    }

    /** What a key shall be; see {@link ApiKey}. */
    public record Wish(
            UUID userId, String name, Set<Scope> scopes, Optional<Budget> budget, Optional<Instant> expiresAt) {}

    /** A new key with the secret that nobody can be told again. */
    public record Made(ApiKey key, KeySecret secret) {}

    /** @throws Problem 409 when that person has too many */
    public Made make(Wish wish) {
        if (of(wish.userId()).size() >= MOST_OF_A_PERSON) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "There are " + MOST_OF_A_PERSON + " keys already. Revoke one that nobody uses any more.");
        }
        var secret = KeySecret.draw();
        var key = new ApiKey(
                Database.newId(),
                wish.userId(),
                wish.name(),
                secret.prefix(),
                wish.scopes(),
                wish.budget(),
                // Databases keep microseconds; what is shown now shall be what is read later.
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                wish.expiresAt().map(end -> end.truncatedTo(ChronoUnit.MILLIS)));
        var digest = secret.digest();
        database.write(handle -> {
            ApiKeyTable.insert(handle, key, digest);
            return null;
        });
        remember(key, digest);
        return new Made(key, secret);
    }

    /** @return the key of that secret, if it lets somebody in at this moment, which is noted as its last use */
    public Optional<ApiKey> admit(KeySecret secret) {
        var now = clock.instant();
        var key = Optional.ofNullable(byDigest.get(secret.digest())).filter(known -> known.validAt(now));
        key.ifPresent(used -> lastUses.note(used.id(), now));
        return key;
    }

    /** @return empty when there is none, or no more; one that has expired is still there */
    public Optional<ApiKey> find(UUID id) {
        return Optional.ofNullable(digests.get(id)).map(byDigest::get);
    }

    public Optional<Instant> lastUsedAt(UUID id) {
        return lastUses.of(id);
    }

    /** @return the newest first */
    public List<ApiKey> of(UUID userId) {
        return byDigest.values().stream()
                .filter(key -> key.userId().equals(userId))
                .sorted(Comparator.comparing((ApiKey key) -> key.id().toString())
                        .reversed())
                .toList();
    }

    /** From the next request on it lets nobody in, and what is being sent in its name ends. */
    public void revoke(ApiKey key) {
        database.write(handle -> {
            ApiKeyTable.delete(handle, key.id());
            return null;
        });
        forget(key);
    }

    void erase(@Observes PersonGone gone) {
        database.write(handle -> {
            ApiKeyTable.deleteOf(handle, gone.userId());
            return null;
        });
        of(gone.userId()).forEach(this::forget);
    }

    void count(@Observes WhatGoes asked) {
        asked.goes("keys", of(asked.userId()).size());
    }

    private void remember(ApiKey key, String digest) {
        byDigest.put(digest, key);
        digests.put(key.id(), digest);
    }

    private void forget(ApiKey key) {
        var digest = digests.remove(key.id());
        if (digest != null) {
            byDigest.remove(digest);
            lastUses.forget(key.id());
            whenEnded.accept(key.id());
        }
    }

    /** Nobody waits for it, and the next use writes it again. */
    private void writeUse(UUID id, Instant when) {
        database.submit(handle -> {
                    ApiKeyTable.used(handle, id, when);
                    return null;
                })
                .whenComplete((done, failed) -> {
                    if (failed != null) {
                        LOG.log(System.Logger.Level.WARNING, "The last use of a key is not stored: {0}", failed);
                    }
                });
    }
}
