package org.atelier.frontend.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Serves {@code NAME} from the file that {@code NAME_FILE} names, as orchestrators mount secrets; MicroProfile Config
 * itself does not know that habit. It ranks below the environment: a value given directly wins.
 */
public class SecretFiles implements ConfigSource {

    private static final int BELOW_ENVIRONMENT = 290;
    private final UnaryOperator<String> environment;

    public SecretFiles() {
        this(System::getenv);
    }

    SecretFiles(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public String getValue(String name) {
        return isSecret(name) && environment.apply(name + "_FILE") != null
                ? content(name, environment.apply(name + "_FILE"))
                : null;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Settings.TABLE.stream()
                .filter(Setting::secret)
                .map(Setting::name)
                .filter(name -> environment.apply(name + "_FILE") != null)
                .collect(Collectors.toSet());
    }

    @Override
    public int getOrdinal() {
        return BELOW_ENVIRONMENT;
    }

    @Override
    public String getName() {
        return "secret files";
    }

    private static boolean isSecret(String name) {
        return Settings.TABLE.stream()
                .anyMatch(setting -> setting.secret() && setting.name().equals(name));
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new InvalidSetting(name + "_FILE names a file that cannot be read: " + file);
        }
    }
}
