package org.atelier.systemtest.product;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.atelier.systemtest.rest.Api;

/** The demo provider as a process of its own, which outlives a backend that is killed and counts what it was asked for. */
public record Upstream(Command command, URI baseUrl) implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    public static Upstream start() {
        var inside = Product.root().resolve("backend-war/target/backend/WEB-INF");
        var words = List.of(
                "java",
                "-Xmx128m",
                "-cp",
                inside + "/classes:" + inside + "/lib/*",
                "org.atelier.provider.demo.DemoProvider",
                "--test-models");
        var command = Command.start(Product.root(), Map.of(), words);
        var address = command.says(ADDRESS, Duration.ofMinutes(1)).group();
        return new Upstream(command, URI.create(address));
    }

    /** @param count as {@code film_orders}: all that were accepted; {@code film_orders_again}: those that came before word for word */
    public long seen(String count) {
        return Api.anonymous(baseUrl)
                .get("/_seen")
                .expect(200)
                .json()
                .path(count)
                .asLong();
    }

    /** @return how often the model was asked for something that costs */
    public long paidRequests(String model) {
        var seen = Api.anonymous(baseUrl).get("/_seen").expect(200).json();
        return seen.path("by_model").path(model).asLong();
    }

    @Override
    public void close() {
        command.close();
    }
}
