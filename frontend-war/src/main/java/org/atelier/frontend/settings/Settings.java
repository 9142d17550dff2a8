package org.atelier.frontend.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;

/** Every option of the frontend, checked once at start. {@link #TABLE} is also the source of docs/settings.md. */
public final class Settings {

    private static final Setting BACKEND_URL =
            Setting.of("BACKEND_URL", "http://127.0.0.1:12015", Check.site(), "Where the frontend finds the backend.");
    private static final Setting PUBLIC_URL = Setting.of(
            "PUBLIC_URL",
            null,
            Check.site(),
            "Where people reach the site. Forms sent from there are taken even when a proxy changes the `Host` header.");
    private static final Setting DATA_DIR = Setting.of(
            "DATA_DIR", "data", Check.anything(), "The folder whose `keys/` holds the keys that nobody gave.");
    private static final Setting COOKIE_KEY = Setting.secret(
            "COOKIE_KEY",
            Check.keys(),
            "Encrypts the sign-in cookie; the same on every replica. Of several the first encrypts and all decrypt, so"
                    + " that a key can be changed without signing anybody out. Made once in `keys/` when not given.");
    private static final Setting INTERNAL_KEY = Setting.secret(
            "INTERNAL_KEY",
            Check.key(),
            "Shown to the backend, and expected from nginx, whose forwarded addresses are then believed. Made once in"
                    + " `keys/` when not given.");
    private static final Setting LOG_LEVEL =
            Setting.of("LOG_LEVEL", "INFO", Check.oneOf("ERROR", "WARN", "INFO", "DEBUG"), "How much is logged.");

    private static final Setting LOG_FORMAT =
            Setting.of("LOG_FORMAT", "text", Check.oneOf("text", "json"), "One line an event, as text or as JSON.");

    public static final List<Setting> TABLE =
            List.of(BACKEND_URL, PUBLIC_URL, DATA_DIR, COOKIE_KEY, INTERNAL_KEY, LOG_LEVEL, LOG_FORMAT);

    private final Map<Setting, Optional<String>> values = new LinkedHashMap<>();

    /**
     * @param source what was given under a name, for example MicroProfile Config
     * @throws InvalidSetting with one sentence for each value that is refused
     */
    public Settings(Function<String, Optional<String>> source) {
        List<String> refusals = new ArrayList<>();
        for (Setting setting : TABLE) {
            try {
                values.put(setting, setting.effective(given(setting, source)));
            } catch (InvalidSetting refused) {
                refusals.add(refused.getMessage());
            }
        }
        if (!refusals.isEmpty()) {
            throw new InvalidSetting(String.join(" ", refusals));
        }
    }

    /** Blank counts as not given, so that a secret's file is read although a template names an empty value beside it. */
    private static Optional<String> given(Setting setting, Function<String, Optional<String>> source) {
        return given(setting.name(), source)
                .or(() -> setting.secret()
                        ? given(setting.name() + "_FILE", source).map(file -> content(setting.name(), file))
                        : Optional.empty());
    }

    private static Optional<String> given(String name, Function<String, Optional<String>> source) {
        return source.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw new InvalidSetting(name + "_FILE names a file that cannot be read: " + file + ".");
        }
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
        return value.map(text -> setting.secret() ? "********" : text).orElse("(not set)");
    }
}
