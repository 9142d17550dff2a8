package org.atelier.systemtest.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Person;

/** The product that all tests share, except those that kill it; with its administrator. */
public final class Site implements AutoCloseable {
    public static final Map<String, String> ADMINISTRATOR =
            Map.of("email", "admin@example.org", "password", "correct horse battery");

    /** Whose pages may call the API from a browser. */
    public static final String OTHER_ORIGIN = "https://app.example.org";

    /** What a collector of figures shows. */
    public static final String METRICS_TOKEN = "figures-for-the-tests";

    /** As delivered, except for the address: all tests come from one. */
    private static final Map<String, String> SETTINGS = Map.of(
            "DEMO_FAULTS", "on",
            "CORS_ORIGINS", OTHER_ORIGIN,
            "METRICS_TOKEN", METRICS_TOKEN,
            "RATE_LIMIT_ADDRESS", "none",
            "RATE_LIMIT_USER", "",
            "RATE_LIMIT_KEY", "",
            "STREAMS_PER_USER", "",
            "STREAMS_PER_ADDRESS", "");

    private final Path folder;
    private final Product product;

    private Site(Path folder, Product product) {
        this.folder = folder;
        this.product = product;
    }

    static Site start() {
        try {
            var folder = Files.createTempDirectory("atelier-system-test");
            var product = Product.start(folder.resolve("data"), SETTINGS);
            Setup.overApi(product);
            return new Site(folder, product);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    public Product product() {
        return product;
    }

    public Api anonymous() {
        return Api.anonymous(product.backend());
    }

    public Api administrator() {
        return anonymous()
                .as(anonymous()
                        .signIn(ADMINISTRATOR)
                        .json()
                        .path("access_token")
                        .asText());
    }

    /** @return somebody without any rights beyond an own account */
    public Api somebody() {
        return person().api();
    }

    /** @return the same, with the credentials */
    public Person person() {
        return Person.madeBy(administrator());
    }

    @Override
    public void close() {
        try {
            product.close();
        } finally {
            Folders.delete(folder);
        }
    }
}
