package org.atelier.frontend.settings;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The two keys that must be the same on every replica.
 *
 * @param cookie the first encrypts the sign-in cookie, all decrypt it
 * @param internal what the frontend shows to the backend
 */
public record Keys(List<byte[]> cookie, String internal) {

    static Keys of(Settings settings) {
        KeyFiles files = new KeyFiles(settings.keysFolder());
        String cookie = settings.cookieKey().orElseGet(() -> files.readOrMake("COOKIE_KEY"));
        String internal = settings.internalKey().orElseGet(() -> files.readOrMake("INTERNAL_KEY"));
        return new Keys(decoded(cookie), internal);
    }

    private static List<byte[]> decoded(String keys) {
        return Arrays.stream(keys.split(","))
                .map(String::strip)
                .map(Base64.getDecoder()::decode)
                .toList();
    }

    @Override
    public String toString() {
        return "Keys[masked]";
    }
}
