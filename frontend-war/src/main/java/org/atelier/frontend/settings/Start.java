package org.atelier.frontend.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the table when the application starts: a nonsensical option ends the deployment with its sentence. */
@ApplicationScoped
class Start {

    private static final Logger LOG = Logger.getLogger(Start.class.getName());
    /** Held, or the garbage collector would forget the level. */
    private static final Logger ATELIER = Logger.getLogger("org.atelier");

    @Produces
    @Singleton
    Settings settings() {
        return orEnd(() -> new Settings(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class)));
    }

    @Produces
    @Singleton
    Keys keys(Settings settings) {
        return orEnd(() -> Keys.of(settings));
    }

    void started(@Observes @Initialized(ApplicationScoped.class) Object event, Settings settings, Keys keys) {
        ATELIER.setLevel(settings.logLevel());
        LOG.info(() -> "Settings: " + String.join(" ", settings.effective()));
    }

    /** The start script waits for these words and shows what follows them. */
    private static <T> T orEnd(Supplier<T> step) {
        try {
            return step.get();
        } catch (InvalidSetting refused) {
            LOG.severe(() -> "Atelier cannot start: " + refused.getMessage());
            throw refused;
        }
    }
}
