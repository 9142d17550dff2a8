package org.atelier.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.atelier.settings.Settings;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without room for a sync of the money journal no paid request may be sent, so a full or read-only folder is not ready. */
@Readiness
@ApplicationScoped
class DataFolderWritable implements HealthCheck {
    private static final long LEAST_FREE_MB = 16;

    @Inject
    private Settings settings;

    @Override
    public HealthCheckResponse call() {
        var folder = settings.dataDir();
        try {
            long freeMegabytes = Files.getFileStore(folder).getUsableSpace() >> 20;
            return HealthCheckResponse.named("data-folder")
                    .status(Files.isWritable(folder) && freeMegabytes >= LEAST_FREE_MB)
                    .withData("free_mb", freeMegabytes)
                    .build();
        } catch (IOException gone) {
            return HealthCheckResponse.named("data-folder")
                    .down()
                    .withData("reason", "The data folder cannot be read.")
                    .build();
        }
    }
}
