package org.atelier.users;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.atelier.web.Problem;

/**
 * What a person may change about the own account; null leaves a field as it is.
 *
 * @param language empty: the browser's again
 * @param appearance empty: the browser's again
 */
public record Profile(String displayName, Optional<String> language, Optional<String> appearance, String lastModel) {
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

    /** A missing field comes as null, one that is null in JSON as a null node. */
    @JsonCreator
    static Profile read(
            @JsonProperty("display_name") String displayName,
            @JsonProperty("language") JsonNode language,
            @JsonProperty("appearance") JsonNode appearance,
            @JsonProperty("last_model") String lastModel) {
        return new Profile(displayName, text("language", language), text("appearance", appearance), lastModel);
    }

    private static Optional<String> text(String field, JsonNode node) {
        if (node != null && !node.isNull() && !node.isTextual()) {
            throw Problem.field(field, "has a value of the wrong kind");
        }
        return node == null ? null : Optional.ofNullable(node.textValue());
    }

    private static void oneOf(String field, Optional<String> value, List<String> values) {
        if (value != null && value.filter(word -> !values.contains(word)).isPresent()) {
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
                language == null ? user.language() : language,
                appearance == null ? user.appearance() : appearance,
                Optional.ofNullable(lastModel).or(user::lastModel),
                user.createdAt());
    }
}
