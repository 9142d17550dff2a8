package org.atelier.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.atelier.web.Role;

/** What an administrator decides about somebody; a missing field stays as it is, and {@code null} as a budget lifts it. */
public final class Standing {
    @JsonProperty
    private Role role;

    @JsonProperty
    private UserStatus status;

    // As Jackson leaves it: null where the field is missing, empty where it is null.
    @JsonProperty
    private Optional<Budget> budget;

    Standing() {}

    Standing(Role role, UserStatus status, Optional<Budget> budget) {
        this.role = role;
        this.status = status;
        this.budget = budget;
    }

    User appliedTo(User user) {
        var standing = user.with(role == null ? user.role() : role, status == null ? user.status() : status);
        return budget == null ? standing : standing.with(budget);
    }
}
