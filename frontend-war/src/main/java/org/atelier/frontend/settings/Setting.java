package org.atelier.frontend.settings;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One line of the table of options.
 *
 * @param name the environment variable that operators type
 * @param fallback what holds when nothing is given; null when absence has a meaning of its own
 * @param secret whether the value is masked in the log and may be given as a file
 * @param check hands back the value in its normal form, or throws {@link IllegalArgumentException} with a sentence
 * @param doc one sentence for docs/settings.md
 */
public record Setting(String name, String fallback, boolean secret, UnaryOperator<String> check, String doc) {

    static Setting of(String name, String fallback, UnaryOperator<String> check, String doc) {
        return new Setting(name, fallback, false, check, doc);
    }

    static Setting secret(String name, UnaryOperator<String> check, String doc) {
        return new Setting(name, null, true, check, doc);
    }

    Optional<String> effective(Optional<String> given) {
        try {
            return given.map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .or(() -> Optional.ofNullable(fallback))
                    .map(check);
        } catch (IllegalArgumentException nonsense) {
            throw new InvalidSetting(name + " " + nonsense.getMessage());
        }
    }
}
