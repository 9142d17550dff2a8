package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator who lost the last administrator's password and has nothing but the data folder. */
@OnOwnProduct
class LostPasswordTest {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/reset\\?token=(\\S+)");

    @Test
    void aFileInTheDataFolderOfARunningServerGivesALinkInTheLog(@TempDir Path folder) throws IOException {
        try (var product = Product.start(
                folder.resolve("data"),
                Map.of("RUNTIME_DIR", folder.resolve("run").toString()))) {
            Setup.overApi(product);
            var file = product.data().resolve("reset-administrator");
            Files.writeString(file, Site.ADMINISTRATOR.get("email") + "\n");

            var log = folder.resolve("run/backend-" + product.backendPort() + ".log");
            var token = Await.found("a link in the log", Duration.ofSeconds(30), () -> {
                var found = LINK.matcher(Files.readString(log));
                return found.find() ? Optional.of(found.group(1)) : Optional.empty();
            });

            assertThat(file).doesNotExist();
            var anonymous = Api.anonymous(product.backend());
            var chosen = Map.of("token", token, "new_password", "chosen after the loss");
            anonymous.post("/api/auth/password-reset", chosen).expect(204);
            anonymous.post("/api/auth/password-reset", chosen).expect(403);
            anonymous.signIn(Map.of("email", Site.ADMINISTRATOR.get("email"), "password", "chosen after the loss"));
        }
    }
}
