package org.atelier.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** The typed view on the options: MicroProfile Config underneath, checked once when the application starts. */
@ApplicationScoped
public class Settings {
    /** The provider's key is reread all the time; the password is used once and may then go. */
    private static final Set<Setting> MAY_COME_LATER = EnumSet.of(Setting.OPENROUTER_API_KEY, Setting.ADMIN_PASSWORD);

    private final Function<String, Optional<String>> source;

    public Settings() {
        this(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
    }

    /** @param source gives the text of a name, for tests that bring their own values */
    public Settings(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** @return the given value, else the fallback; blank counts as not given */
    public Optional<String> text(Setting setting) {
        return given(setting).or(setting::fallback);
    }

    /** @return whether an operator gave a value */
    public Optional<String> given(Setting setting) {
        return given(setting.name()).or(() -> file(setting)
                .flatMap(SecretFile::read)
                .map(String::strip)
                .filter(text -> !text.isEmpty()));
    }

    private Optional<String> given(String name) {
        return source.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<Path> file(Setting setting) {
        return setting.secret() ? given(setting.name() + "_FILE").map(Path::of) : Optional.empty();
    }

    private String required(Setting setting) {
        return text(setting).orElseThrow(() -> new UnusableSetting(setting.name() + " must be set."));
    }

    /** @return the provider's key as it is at this moment; asked at every request, so that a changed file is taken up */
    public Optional<String> providerKey() {
        return given(Setting.OPENROUTER_API_KEY);
    }

    public Optional<URI> providerUrl() {
        return given(Setting.OPENROUTER_BASE_URL).map(URI::create);
    }

    public Path dataDir() {
        return Path.of(required(Setting.DATA_DIR)).toAbsolutePath().normalize();
    }

    public Path backupDir() {
        return dataDir().resolve(required(Setting.BACKUP_DIR)).normalize();
    }

    public URI publicUrl() {
        return URI.create(required(Setting.PUBLIC_URL));
    }

    /** @return whose pages may call the API from a browser */
    public Set<String> corsOrigins() {
        return given(Setting.CORS_ORIGINS).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    public int number(Setting setting) {
        return Integer.parseInt(required(setting));
    }

    /** @return how many of something there may be; empty when {@code none} lifts it */
    public Optional<Integer> limit(Setting setting) {
        return Optional.of(required(setting))
                .filter(value -> !value.equals("none"))
                .map(Integer::valueOf);
    }

    public boolean on(Setting setting) {
        return text(setting).map(value -> value.toLowerCase(Locale.ROOT)).equals(Optional.of("on"));
    }

    /**
     * Checks every option.
     *
     * @throws UnusableSetting with one sentence for each value that is refused
     */
    public void check() {
        var refusals = Arrays.stream(Setting.values())
                .flatMap(setting -> refusal(setting).stream())
                .collect(Collectors.joining(" "));
        if (!refusals.isEmpty()) {
            throw new UnusableSetting(refusals);
        }
    }

    private Optional<String> refusal(Setting setting) {
        var value = given(setting);
        if (value.isEmpty()
                && !MAY_COME_LATER.contains(setting)
                && file(setting).isPresent()) {
            return Optional.of(setting.name() + "_FILE names a file that cannot be read: "
                    + file(setting).get() + ".");
        }
        return value.flatMap(given -> setting.check().refusal(setting, given));
    }

    /** @return one line for each option, name and effective value, secrets masked */
    public String effective() {
        return Arrays.stream(Setting.values())
                .map(setting -> setting.name() + "=" + shown(setting))
                .collect(Collectors.joining("\n"));
    }

    private String shown(Setting setting) {
        var value = text(setting);
        if (value.isEmpty()) {
            return "(not set)";
        }
        return setting.secret() ? "********" : value.get();
    }
}
