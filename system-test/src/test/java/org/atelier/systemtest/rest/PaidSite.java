package org.atelier.systemtest.rest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Upstream;

/** A product whose provider takes money, as far as it is told, and counts what it was asked. */
record PaidSite(Upstream upstream, Product product, Api administrator) implements AutoCloseable {
    static PaidSite start(Path data, Map<String, String> more) {
        var upstream = Upstream.start();
        try {
            var settings = new HashMap<>(more);
            settings.put("OPENROUTER_BASE_URL", upstream.baseUrl().toString());
            settings.put("PROVIDER_DIALECT", "openrouter");
            var product = Product.start(data, settings);
            return new PaidSite(upstream, product, Setup.overApi(product));
        } catch (AssertionError | RuntimeException failed) {
            upstream.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        product.close();
        upstream.close();
    }
}
