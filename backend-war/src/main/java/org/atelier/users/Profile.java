package org.atelier.users;

import java.util.List;
import java.util.Optional;
import org.atelier.web.Problem;

/** What a person may change about the own account; null leaves a field as it is. */
public record Profile(String displayName, String language, String appearance, String lastModel) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_MODEL = 200;

    public Profile {
        displayName = displayName == null ? null : displayName(displayName);
        oneOf("language", language, List.of("en", "de"));
        oneOf("appearance", appearance, List.of("light", "dark"));
        if (lastModel != null && (lastModel.isBlank() || lastModel.length() > LONGEST_MODEL)) {
            throw Problem.field("last_model", "must be the id of a model");
        }
    }

    /** @throws Problem 422 when nobody could be shown under that name */
    public static String displayName(String text) {
        var name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.field("display_name", "must have 1 to " + LONGEST_NAME + " characters on one line");
        }
        return name;
    }

    private static void oneOf(String field, String value, List<String> values) {
        if (value != null && !values.contains(value)) {
            throw Problem.field(field, "must be one of " + String.join(", ", values));
        }
    }

    User appliedTo(User user) {
        return new User(
                user.id(),
                user.email(),
                displayName == null ? user.displayName() : displayName,
                user.role(),
                user.status(),
                user.origin(),
                user.ownBudget(),
                user.budget(),
                Optional.ofNullable(language).or(user::language),
                Optional.ofNullable(appearance).or(user::appearance),
                Optional.ofNullable(lastModel).or(user::lastModel),
                user.createdAt());
    }
}
