package org.atelier.users;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotFoundException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.jdbi.v3.core.Handle;

/** All accounts, in memory for whoever asks and in the database for good. */
@ApplicationScoped
public class Users {
    private final ConcurrentMap<UUID, User> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<Email, UUID> byEmail = new ConcurrentHashMap<>();
    private volatile Database database;

    /** Before every other observer: whoever else starts may ask for people. */
    void load(@Observes @Priority(100) DatabaseReady ready) {
        database = ready.database();
        database.read(UserTable::all).forEach(this::remember);
    }

    public Optional<User> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<User> find(Email email) {
        return Optional.ofNullable(byEmail.get(email)).map(byId::get);
    }

    public boolean anyAdministrator() {
        return byId.values().stream().anyMatch(User::administrates);
    }

    /** Looks where the transaction looks, for a decision that must hold when it commits. */
    public static boolean anyAdministrator(Handle handle) {
        return UserTable.anyAdministrator(handle);
    }

    /**
     * Part of a unit of work that stores more than the account; the caller says {@link #remember} after the commit.
     *
     * @throws EmailAlreadyRegistered and nothing is stored
     */
    public static void insert(Handle handle, User user) {
        UserTable.insert(handle, user);
    }

    /** Publishes what has been committed. */
    public void remember(User user) {
        byId.put(user.id(), user);
        byEmail.put(user.email(), user.id());
    }

    /** @return the account as it is from now on */
    public User change(UUID id, Profile profile) {
        return change(id, profile::appliedTo).after();
    }

    /**
     * @return the account as it was and as it is from now on; role and status hold from the next request on
     * @throws Problem 409 if nobody would be left who may administer
     */
    Changed change(UUID id, Standing standing) {
        return change(id, standing::appliedTo);
    }

    /** A real provider answers from now on: those who came in while nothing could be spent wait for approval. */
    public void suspendDemoNewcomers() {
        database.write(handle -> {
            UserTable.suspendDemoNewcomers(handle);
            return null;
        });
        database.read(UserTable::all).forEach(user -> byId.computeIfPresent(user.id(), (id, known) -> user));
    }

    record Changed(User before, User after) {}

    private Changed change(UUID id, UnaryOperator<User> change) {
        var changed = database.write(handle -> {
            var before = UserTable.find(handle, id).orElseThrow(NotFoundException::new);
            var after = change.apply(before);
            UserTable.update(handle, after);
            keepsAnAdministrator(handle, before);
            return new Changed(before, after);
        });
        // Two changes may return in another order than they were committed in: memory takes what is stored.
        byId.compute(id, (key, known) -> database.read(handle -> UserTable.find(handle, id))
                .orElse(null));
        return changed;
    }

    private static void keepsAnAdministrator(Handle handle, User before) {
        if (before.administrates() && !UserTable.anyAdministrator(handle)) {
            throw Problem.of(ProblemType.CONFLICT, "This is the last administrator. Make somebody else one first.");
        }
    }

    /**
     * Part of a unit of work that also takes what others keep of that person; the caller says {@link #forget} after the commit.
     *
     * @throws Problem 409 if nobody would be left who may administer
     */
    public static void delete(Handle handle, UUID id) {
        var user = UserTable.find(handle, id).orElseThrow(NotFoundException::new);
        UserTable.delete(handle, id);
        keepsAnAdministrator(handle, user);
    }

    /** From the next request on that person is nobody. */
    public void forget(UUID id) {
        var gone = byId.remove(id);
        if (gone != null) {
            byEmail.remove(gone.email(), id);
        }
    }

    /** @return how many accounts there are in each state */
    public Map<UserStatus, Long> countByStatus() {
        return byId.values().stream().collect(Collectors.groupingBy(User::status, Collectors.counting()));
    }

    /** @return those that match, newest first */
    Stream<User> all(Predicate<User> wanted) {
        return byId.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(user -> user.id().toString(), Comparator.reverseOrder()));
    }
}
