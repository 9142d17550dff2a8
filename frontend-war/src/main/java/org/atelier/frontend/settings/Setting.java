package org.atelier.frontend.settings;

import java.util.Optional;

/**
 * One line of the table of options.
 *
 * @param name the environment variable that operators type
 * @param fallback what holds when nothing is given; empty when absence has a meaning of its own
 * @param secret whether the value is masked in the log and may be given as a file
 * @param meaning one sentence for docs/settings.md
 */
public record Setting(String name, Optional<String> fallback, boolean secret, Check check, String meaning) {

    static Setting of(String name, String fallback, Check check, String meaning) {
        return new Setting(name, Optional.ofNullable(fallback), false, check, meaning);
    }

    static Setting secret(String name, Check check, String meaning) {
        return new Setting(name, Optional.empty(), true, check, meaning);
    }

    /** The given value in its normal form, else the fallback. */
    Optional<String> effective(Optional<String> given) {
        return given.or(() -> fallback).map(this::checked);
    }

    private String checked(String value) {
        try {
            return check.normal().apply(value);
        } catch (IllegalArgumentException nonsense) {
            throw new InvalidSetting(name + " must be " + check.expectation() + ", not "
                    + (secret ? "the given value" : "\"" + value + "\"") + ".");
        }
    }
}
