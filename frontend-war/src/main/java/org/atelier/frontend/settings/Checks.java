package org.atelier.frontend.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The checks of the table. Each refuses with the second half of a sentence whose first half is the option's name. */
final class Checks {

    private Checks() {}

    static String text(String value) {
        return value;
    }

    static String siteUrl(String value) {
        URI uri = uri(value);
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        boolean root = uri.getRawPath() == null || uri.getRawPath().matches("/*");
        require(
                http && uri.getHost() != null && bare && root,
                "must be an address like http://127.0.0.1:12015, without a path: " + value);
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://"
                + uri.getRawAuthority().toLowerCase(Locale.ROOT);
    }

    static String key(String value) {
        require(decodedLength(value) == 32, "must be 32 bytes in base64: `openssl rand -base64 32` makes one");
        return value;
    }

    static String keys(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .map(Checks::key)
                .collect(Collectors.joining(","));
    }

    static UnaryOperator<String> oneOf(String... words) {
        List<String> known = List.of(words);
        return value -> known.stream()
                .filter(word -> word.equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be one of " + String.join(", ", known) + ", but is: " + value));
    }

    private static URI uri(String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not an address: " + value);
        }
    }

    private static int decodedLength(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
