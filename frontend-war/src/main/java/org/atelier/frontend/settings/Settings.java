package org.atelier.frontend.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;

/** Every option of the frontend, checked once at start. {@link #TABLE} is also the source of docs/settings.md. */
public final class Settings {

    private static final Setting BACKEND_URL = Setting.of(
            "BACKEND_URL", "http://127.0.0.1:12015", Checks::siteUrl, "where the frontend finds the backend");
    private static final Setting PUBLIC_URL = Setting.of(
            "PUBLIC_URL",
            null,
            Checks::siteUrl,
            "the address people type; forms sent from it are accepted even when a proxy changes the `Host` header");
    private static final Setting DATA_DIR =
            Setting.of("DATA_DIR", "data", Checks::text, "the folder whose `keys/` holds keys that were not given");
    private static final Setting COOKIE_KEY = Setting.secret(
            "COOKIE_KEY",
            Checks::keys,
            "encrypts the sign-in cookie: base64, 32 bytes; the same on every replica. Several, separated by commas: the"
                    + " first encrypts, all decrypt, so that a key can be changed without signing anybody out");
    private static final Setting INTERNAL_KEY = Setting.secret(
            "INTERNAL_KEY",
            Checks::key,
            "shown to the backend, which then believes the browser's address that comes with it, and expected from nginx"
                    + " for the same reason: base64, 32 bytes; the same on all of them");
    private static final Setting LOG_LEVEL = Setting.of(
            "LOG_LEVEL",
            "INFO",
            Checks.oneOf("ERROR", "WARN", "INFO", "DEBUG"),
            "how much is logged: `ERROR`, `WARN`, `INFO` or `DEBUG`");
    private static final Setting LOG_FORMAT =
            Setting.of("LOG_FORMAT", "text", Checks.oneOf("text", "json"), "`text` for people, `json` for machines");

    public static final List<Setting> TABLE =
            List.of(BACKEND_URL, PUBLIC_URL, DATA_DIR, COOKIE_KEY, INTERNAL_KEY, LOG_LEVEL, LOG_FORMAT);

    private final Map<Setting, Optional<String>> values = new LinkedHashMap<>();

    /** @param source what was given under a name, for example MicroProfile Config */
    public Settings(Function<String, Optional<String>> source) {
        TABLE.forEach(setting -> values.put(setting, setting.effective(source.apply(setting.name()))));
    }

    public URI backendUrl() {
        return URI.create(values.get(BACKEND_URL).orElseThrow());
    }

    public Optional<String> publicUrl() {
        return values.get(PUBLIC_URL);
    }

    Level logLevel() {
        return switch (values.get(LOG_LEVEL).orElseThrow()) {
            case "ERROR" -> Level.SEVERE;
            case "WARN" -> Level.WARNING;
            case "DEBUG" -> Level.FINE;
            default -> Level.INFO;
        };
    }

    Path keysFolder() {
        return Path.of(values.get(DATA_DIR).orElseThrow(), "keys");
    }

    Optional<String> cookieKey() {
        return values.get(COOKIE_KEY);
    }

    Optional<String> internalKey() {
        return values.get(INTERNAL_KEY);
    }

    /** One line an option, secrets masked. */
    List<String> effective() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey().name() + "=" + shown(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String shown(Setting setting, Optional<String> value) {
        return value.map(text -> setting.secret() ? "********" : text).orElse("(none)");
    }
}
