package org.atelier.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a program sends. Its beginning tells people, and tools that look for leaked secrets, what it is; the rest is drawn from so many that a
 * plain digest of it is as good as the slowest one. Letters and digits only, so that a double click marks all of it.
 */
public record KeySecret(String text) {
    private static final String BEGINNING = "atl_";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** More than 256 bits. */
    private static final int DRAWN = 44;

    private static final int SHOWN = BEGINNING.length() + 6;
    private static final SecureRandom CHANCE = new SecureRandom();

    static KeySecret draw() {
        var text = new StringBuilder(BEGINNING);
        CHANCE.ints(DRAWN, 0, ALPHABET.length()).forEach(place -> text.append(ALPHABET.charAt(place)));
        return new KeySecret(text.toString());
    }

    /** @return whether a credential is meant to be a key, right or wrong */
    public static boolean isMeantBy(String credential) {
        return credential.startsWith(BEGINNING);
    }

    String prefix() {
        return text.substring(0, SHOWN);
    }

    /** @return what is stored instead of it, hexadecimal */
    String digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** It must never reach the log. */
    @Override
    public String toString() {
        return "KeySecret";
    }
}
