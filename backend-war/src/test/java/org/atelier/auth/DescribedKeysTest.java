package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.atelier.description.OpenApi;
import org.atelier.keys.Scope;
import org.junit.jupiter.api.Test;

/** What the document says that a key needs is what a key needs. */
class DescribedKeysTest {
    @Test
    void scopesAreDescribed() {
        var closed = OpenApi.read().operations().stream()
                .filter(operation -> !operation.isOpen() && !operation.takesTokenOfOperator())
                .toList();
        assertThat(closed).hasSizeGreaterThan(100);

        var softly = new SoftAssertions();
        closed.forEach(operation ->
                softly.assertThat(described(operation)).as(operation.route()).isEqualTo(enough(operation)));
        softly.assertAll();
    }

    private static Set<String> described(OpenApi.Operation operation) {
        var scopes = new TreeSet<String>();
        operation.node().path("security").forEach(way -> way.path("apiKey")
                .forEach(scope -> scopes.add(scope.asText())));
        return scopes;
    }

    private static Set<String> enough(OpenApi.Operation operation) {
        var scopes = new TreeSet<String>();
        var path = operation.path().replace("{}", UUID.randomUUID().toString());
        KeyRoutes.find(operation.method(), path).orElseThrow().scopes().stream()
                .map(Scope::word)
                .forEach(scopes::add);
        return scopes;
    }
}
