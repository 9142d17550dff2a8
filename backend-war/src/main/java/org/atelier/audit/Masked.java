package org.atelier.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.atelier.web.Json;
import org.atelier.web.Money;

/**
 * How something was or is, without what may never be in a line: secrets, what somebody wrote, and who somebody is – that has columns of its own,
 * which are emptied with the account. A field is known by the words of its name, also inside others; a number is
 * harmless whatever it is called, as the price of a prompt.
 */
final class Masked {
    static final Set<String> FORBIDDEN = Set.of(
            "password",
            "passwords",
            "secret",
            "token",
            "hash",
            "digest",
            "authorization",
            "cookie",
            "credential",
            "credentials",
            "apikey",
            "prompt",
            "content",
            "text",
            "title",
            "email",
            "name");

    static final String MASK = "***";

    private static final System.Logger LOG = System.getLogger(Masked.class.getName());

    private Masked() {}

    /** @return the fields as JSON in the order of their names, null for none */
    static String json(Map<String, ?> fields) {
        return fields.isEmpty() ? null : Json.text(masked(new TreeMap<>(fields)));
    }

    private static Map<String, Object> masked(Map<?, ?> fields) {
        var masked = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> masked.put(name.toString(), masked(name.toString(), value)));
        return masked;
    }

    private static Object masked(String name, Object value) {
        if (value instanceof Number || value instanceof Boolean || value instanceof Money) {
            return value;
        }
        if (isForbidden(name)) {
            LOG.log(System.Logger.Level.ERROR, "The field {0} may not be in the audit and is left out", name);
            return MASK;
        }
        return value instanceof Map<?, ?> inner ? masked(inner) : value;
    }

    static boolean isForbidden(String name) {
        // Also camelCase, whoever should come with that.
        var words = Arrays.asList(name.replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+"));
        return words.stream().anyMatch(FORBIDDEN::contains)
                || String.join("_", words).endsWith("api_key");
    }
}
