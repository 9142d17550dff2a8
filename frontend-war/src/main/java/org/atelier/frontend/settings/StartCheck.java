package org.atelier.frontend.settings;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the start script asks, out of the WAR, before it starts a server: nonsense in the environment is refused within a
 * second and by the same table. Needs nothing but the JDK.
 */
public final class StartCheck implements Supplier<Optional<String>> {

    /** The sentence for the operator, or empty when the server may start. */
    @Override
    public Optional<String> get() {
        try {
            new Settings(name -> Optional.ofNullable(System.getenv(name)));
            return Optional.empty();
        } catch (InvalidSetting refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
