package org.atelier.auth;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atelier.keys.ApiKeys;
import org.atelier.keys.Scope;
import org.atelier.users.Budget;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.Role;

/** What a key shall be called, may do and spend. A field that is missing comes as null, one that is null as empty. */
public record NewKey(String name, Optional<List<Scope>> scopes, Optional<Instant> expiresAt, Optional<Budget> budget) {
    private static final int LONGEST_NAME = 80;

    /** @throws Problem 422 for what cannot be */
    ApiKeys.Wish checked(Caller caller, Instant now) {
        var end = given(expiresAt);
        if (end.filter(when -> !when.isAfter(now)).isPresent()) {
            throw Problem.field("expires_at", "must be in the future");
        }
        return new ApiKeys.Wish(caller.userId(), checkedName(), checkedScopes(caller), given(budget), end);
    }

    private String checkedName() {
        var text = name == null ? "" : name.strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.field("name", "must have 1 to " + LONGEST_NAME + " characters on one line");
        }
        return text;
    }

    private Set<Scope> checkedScopes(Caller caller) {
        var wanted = given(scopes);
        if (wanted.isEmpty()) {
            return Scope.usual();
        }
        if (wanted.get().isEmpty() || wanted.get().contains(null)) {
            throw Problem.field("scopes", "must name at least one of read, text, image, video and admin");
        }
        var set = EnumSet.copyOf(wanted.get());
        if (set.contains(Scope.ADMIN) && caller.role() != Role.ADMIN) {
            throw Problem.field("scopes", "may hold admin for administrators only");
        }
        return set;
    }

    private static <T> Optional<T> given(Optional<T> field) {
        return field == null ? Optional.empty() : field;
    }
}
