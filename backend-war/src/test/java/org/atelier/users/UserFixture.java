package org.atelier.users;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Role;

/** People for tests that need somebody and not an account of their own making. */
public final class UserFixture {
    private UserFixture() {}

    /** @return somebody on the default budget */
    public static User of(UUID id, String email, Role role, UserStatus status, Origin origin) {
        return of(id, email, role, status, origin, Optional.empty());
    }

    /** @return somebody active whom an administrator made */
    public static User of(UUID id, String email, Role role) {
        return of(id, email, role, UserStatus.ACTIVE, Origin.MADE);
    }

    /** @return somebody active for whom an administrator decided on a budget */
    public static User withBudget(UUID id, Origin origin, Budget budget) {
        return of(id, "anna@example.org", Role.USER, UserStatus.ACTIVE, origin, Optional.of(budget));
    }

    private static User of(
            UUID id, String email, Role role, UserStatus status, Origin origin, Optional<Budget> budget) {
        return new User(
                id,
                Email.of(email),
                "Anna",
                role,
                status,
                origin,
                budget.isPresent(),
                budget,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
