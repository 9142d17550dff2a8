package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Tells whether a value that nobody here knows names a place or a secret: a server behind us might go there, or use it. */
final class Places {
    private static final Set<String> WORDS = Set.of(
            "key",
            "keys",
            "apikey",
            "secret",
            "auth",
            "authorization",
            "bearer",
            "password",
            "credential",
            "credentials",
            "url",
            "urls",
            "uri",
            "host",
            "hosts",
            "hostname",
            "endpoint",
            "base",
            "proxy",
            "header",
            "headers",
            "server",
            "webhook",
            "callback");

    private static final Pattern ADDRESS = Pattern.compile("(?is)\\s*[a-z][a-z0-9+.-]*://.*");

    private Places() {}

    /** @param name empty for the member of a list */
    static boolean named(String name, JsonNode value) {
        if (isOne(name)
                || value.isTextual() && ADDRESS.matcher(value.textValue()).matches()) {
            return true;
        }
        return value.properties().stream().anyMatch(member -> named(member.getKey(), member.getValue()))
                || value.isArray()
                        && StreamSupport.stream(value.spliterator(), false).anyMatch(item -> named("", item));
    }

    /** Any of its words: {@code base_url}, {@code apiBase}. */
    private static boolean isOne(String name) {
        return Arrays.stream(name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").split("[^A-Za-z]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(WORDS::contains);
    }
}
