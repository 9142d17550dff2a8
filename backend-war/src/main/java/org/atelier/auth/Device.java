package org.atelier.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody signed in with, so that they recognise it in a list. Read from what the browser says of itself, with a dozen names: the
 * libraries that know thousands need megabytes and seconds for a word that nothing depends on.
 */
record Device(Optional<String> browser, Optional<String> system) {
    static final Device UNKNOWN = new Device(Optional.empty(), Optional.empty());

    /** Most browsers also name those that they are compatible with, so the order matters. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg/",
            "Edge",
            "EdgA/",
            "Edge",
            "EdgiOS/",
            "Edge",
            "OPR/",
            "Opera",
            "Vivaldi/",
            "Vivaldi",
            "SamsungBrowser/",
            "Samsung Internet",
            "FxiOS/",
            "Firefox",
            "Firefox/",
            "Firefox",
            "CriOS/",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Windows",
            "Windows",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "CrOS",
            "ChromeOS",
            "Macintosh",
            "macOS",
            "Linux",
            "Linux");

    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,39}");

    static Device of(String userAgent) {
        return userAgent == null
                ? UNKNOWN
                : new Device(first(BROWSERS, userAgent).or(() -> program(userAgent)), first(SYSTEMS, userAgent));
    }

    private static Optional<String> first(Map<String, String> names, String text) {
        return names.entrySet().stream()
                .filter(name -> text.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What is no browser mostly begins with its own name. */
    private static Optional<String> program(String text) {
        var name = text.strip().split("[/\\s]", 2)[0];
        return Optional.of(name)
                .filter(word -> !word.equals("Mozilla") && PROGRAM.matcher(word).matches());
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
