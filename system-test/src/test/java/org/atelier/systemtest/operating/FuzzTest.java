package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.atelier.systemtest.product.Node;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Ports;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that nobody has thought of, made from the description of the API: the server fails at none of them, leaves none without an answer, and each
 * answer is as described. On a product of its own, since administrators ask too. {@code bin/fuzz} is the long run; {@code -Dfuzz.seed} repeats another.
 */
@OnOwnProduct
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 800);
    private static final Duration LIMIT = Duration.ofMinutes(6).plusMillis(200L * REQUESTS);

    @Test
    void everyAnswerIsAsDescribed(@TempDir Path folder) {
        try (var product = Product.backend(folder.resolve("data"), Ports.free(), Map.of())) {
            Setup.overApi(product);

            var said = Node.with("fuzz").run(LIMIT, wish(product), "node", "fuzz.mjs");

            System.out.println(said);
            assertThat(said).contains("every answer as described");
        }
    }

    private static Map<String, String> wish(Product product) {
        var wish = new HashMap<String, String>();
        wish.put("ATELIER_BASE_URL", product.backend().toString());
        wish.put("ATELIER_EMAIL", Site.ADMINISTRATOR.get("email"));
        wish.put("ATELIER_PASSWORD", Site.ADMINISTRATOR.get("password"));
        wish.put("FUZZ_REQUESTS", String.valueOf(REQUESTS));
        var seed = System.getProperty("fuzz.seed");
        if (seed != null) {
            wish.put("FUZZ_SEED", seed);
        }
        return wish;
    }
}
