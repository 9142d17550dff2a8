package org.atelier.users;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Role;

/**
 * An account, as its owner and administrators see it.
 *
 * @param ownBudget whether an administrator decided about the budget; else the default holds for those who registered
 * @param budget what was decided; empty: none
 * @param language of the pages; empty: the browser's
 * @param appearance {@code light} or {@code dark}; empty: the browser's
 * @param lastModel the model that the person asked last, offered first next time
 */
public record User(
        UUID id,
        Email email,
        String displayName,
        Role role,
        UserStatus status,
        Origin origin,
        boolean ownBudget,
        Optional<Budget> budget,
        Optional<String> language,
        Optional<String> appearance,
        Optional<String> lastModel,
        Instant createdAt) {

    public User {
        Objects.requireNonNull(id);
        Objects.requireNonNull(email);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(role);
        Objects.requireNonNull(status);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(budget);
        Objects.requireNonNull(createdAt);
    }

    User with(Role newRole, UserStatus newStatus) {
        return new User(
                id,
                email,
                displayName,
                newRole,
                newStatus,
                origin,
                ownBudget,
                budget,
                language,
                appearance,
                lastModel,
                createdAt);
    }

    User onDefaultBudget() {
        return new User(
                id,
                email,
                displayName,
                role,
                status,
                origin,
                false,
                Optional.empty(),
                language,
                appearance,
                lastModel,
                createdAt);
    }

    User with(Optional<Budget> decided) {
        return new User(
                id,
                email,
                displayName,
                role,
                status,
                origin,
                true,
                decided,
                language,
                appearance,
                lastModel,
                createdAt);
    }

    public boolean administrates() {
        return role == Role.ADMIN && active();
    }

    public boolean active() {
        return status == UserStatus.ACTIVE;
    }
}
