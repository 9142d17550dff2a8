package org.atelier.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What something was done to.
 *
 * @param kind a word
 * @param id empty: all of that kind
 * @param label how people know it: an address, a name; it goes with the person
 * @param person whom it belongs to or concerns
 */
public record Target(String kind, Optional<String> id, Optional<String> label, Optional<UUID> person) {
    static final String USER = "user";

    public Target {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        Objects.requireNonNull(person);
    }

    public static Target user(UUID id, String email) {
        return new Target(USER, Optional.of(id.toString()), Optional.of(email), Optional.of(id));
    }

    /** @return an address that nobody here has */
    public static Target unknownUser() {
        return of(USER);
    }

    public static Target key(UUID id, String name, UUID owner) {
        return new Target("key", Optional.of(id.toString()), Optional.of(name), Optional.of(owner));
    }

    public static Target model(String id) {
        return new Target("model", Optional.of(id), Optional.empty(), Optional.empty());
    }

    public static Target models() {
        return of("model");
    }

    public static Target job(UUID id, UUID owner) {
        return owned("job", id, owner);
    }

    /** @param kind of the jobs, as image */
    public static Target jobs(String kind) {
        return new Target("job", Optional.empty(), Optional.of(kind), Optional.empty());
    }

    public static Target ledgerLine(UUID id, UUID owner) {
        return owned("ledger", id, owner);
    }

    public static Target backup(String id) {
        return new Target("backup", Optional.of(id), Optional.empty(), Optional.empty());
    }

    public static Target provider() {
        return of("provider");
    }

    public static Target settings() {
        return of("settings");
    }

    public static Target tokens() {
        return of("tokens");
    }

    public static Target audit() {
        return of("audit");
    }

    private static Target owned(String kind, UUID id, UUID owner) {
        return new Target(kind, Optional.of(id.toString()), Optional.empty(), Optional.of(owner));
    }

    private static Target of(String kind) {
        return new Target(kind, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
