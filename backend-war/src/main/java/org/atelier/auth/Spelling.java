package org.atelier.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How the server reads a path before it looks for a servlet: it decodes it, drops parameters and empty parts and goes up at dots. Whoever decides by
 * the path as it was sent must not let one pass that leads elsewhere.
 */
final class Spelling {
    private Spelling() {}

    /** @param path undecoded. @return whether the server would look for it at another place than its parts say */
    static boolean leadsElsewhere(String path) {
        var decoded = decoded(path);
        return decoded.contains(";")
                || decoded.contains("//")
                || Arrays.stream(decoded.split("[/\\\\]")).anyMatch(part -> part.equals(".") || part.equals(".."));
    }

    /** @return the path with what its escapes stand for; itself where they stand for nothing */
    static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return path;
        }
    }
}
