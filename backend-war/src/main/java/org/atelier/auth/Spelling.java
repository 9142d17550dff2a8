package org.atelier.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * How the server reads a path before it looks for a servlet: it decodes it, drops parameters and empty parts and goes up at dots. Whoever decides by
 * the path as it was sent must not let one pass that leads elsewhere.
 */
final class Spelling {
    private static final Pattern ELSEWHERE = Pattern.compile(";|//|(?:^|[/\\\\])\\.{1,2}(?:[/\\\\]|$)");

    private Spelling() {}

    /** @param path undecoded. @return whether the server would look for it at another place than its parts say */
    static boolean leadsElsewhere(String path) {
        return ELSEWHERE.matcher(decoded(path)).find();
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
