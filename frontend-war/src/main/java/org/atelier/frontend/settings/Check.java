package org.atelier.frontend.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a value must be.
 *
 * @param expectation continues "must be"; printed when a value is refused and in the documentation
 * @param normal gives the value's normal form, or throws {@link IllegalArgumentException}
 */
public record Check(String expectation, UnaryOperator<String> normal) {

    static Check anything() {
        return new Check("any text", value -> value);
    }

    static Check oneOf(String... words) {
        List<String> known = List.of(words);
        return new Check("one of " + String.join(", ", known), value -> known.stream()
                .filter(word -> word.equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
    }

    static Check key() {
        return new Check("base64 of 32 bytes", Check::key);
    }

    static Check keys() {
        return new Check(
                "base64 of 32 bytes, or several of them separated by commas", value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .map(Check::key)
                        .collect(Collectors.joining(",")));
    }

    static Check site() {
        return new Check("a URL that starts with http:// or https:// and has no path", Check::site);
    }

    private static String key(String base64) {
        byte[] key = Base64.getDecoder().decode(base64);
        require(key.length == 32);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String site(String value) {
        URI url = URI.create(value);
        require("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()));
        require(url.getHost() != null && url.getRawUserInfo() == null);
        require(url.getRawPath().matches("/*") && url.getRawQuery() == null && url.getRawFragment() == null);
        return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
