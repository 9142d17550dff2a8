package org.atelier.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.atelier.web.Problem;
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

    // False: nobody decided about the budget any more, the default holds again.
    @JsonProperty("own_budget")
    private Boolean ownBudget;

    Standing() {}

    Standing(Role role, UserStatus status, Optional<Budget> budget) {
        this.role = role;
        this.status = status;
        this.budget = budget;
    }

    User appliedTo(User user) {
        var standing = user.with(role == null ? user.role() : role, status == null ? user.status() : status);
        if (ownBudget != null && (ownBudget || budget != null)) {
            throw Problem.field("own_budget", "can only be false, and only without a budget");
        }
        if (ownBudget != null) {
            return standing.onDefaultBudget();
        }
        return budget == null ? standing : standing.with(budget);
    }
}
