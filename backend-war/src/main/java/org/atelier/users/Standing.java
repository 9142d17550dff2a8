package org.atelier.users;

import org.atelier.web.Role;

/** What an administrator decides about somebody; null leaves it as it is. */
public record Standing(Role role, UserStatus status) {
    User appliedTo(User user) {
        return new User(
                user.id(),
                user.email(),
                user.displayName(),
                role == null ? user.role() : role,
                status == null ? user.status() : status,
                user.language(),
                user.appearance(),
                user.lastModel(),
                user.createdAt());
    }
}
