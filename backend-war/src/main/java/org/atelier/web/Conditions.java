package org.atelier.web;

import java.util.Arrays;

/** What a reader says of the copy that it has (RFC 9110, chapter 13). */
public final class Conditions {
    private Conditions() {}

    /**
     * @param header {@code If-None-Match}: tags with commas between them, weak ones too, since proxies that compress make ours weak; or a star;
     *     null when absent
     * @param tag of what there is now, with its quotes
     */
    public static boolean hasIt(String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                        .anyMatch(one -> one.equals("*") || one.equals(tag));
    }
}
