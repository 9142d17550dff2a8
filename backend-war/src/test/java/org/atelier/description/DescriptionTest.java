package org.atelier.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.Test;

/** The document has every route that there is and no other, and says of each who may go there. */
class DescriptionTest {
    /** Another test holds it against the routes that there are. */
    private static final Path LIST = Path.of("../system-test/src/test/resources/routes.txt");

    private final OpenApi document = OpenApi.read();

    @Test
    void everyRouteIsDescribedAndNothingElse() throws IOException {
        assertThat(document.operations().stream().map(OpenApi.Operation::route))
                .containsExactlyInAnyOrderElementsOf(listed(words -> true));
    }

    @Test
    void whatIsOpenIsDescribedSo() throws IOException {
        assertThat(routes(OpenApi.Operation::isOpen)).containsExactlyInAnyOrderElementsOf(answering("open"));
    }

    @Test
    void whatOpensToATokenOfTheOperatorIsDescribedSo() throws IOException {
        assertThat(routes(OpenApi.Operation::takesTokenOfOperator))
                .containsExactlyInAnyOrderElementsOf(answering("token"));
    }

    /** The limits hold everywhere, and say when to come again. */
    @Test
    void everyOperationSaysThatThereCanBeTooMany() {
        assertThat(document.operations()).allSatisfy(operation -> {
            var refused = document.resolved(operation.node().at("/responses/429"));
            assertThat(refused.at("/headers/Retry-After").isMissingNode())
                    .as(operation.route())
                    .isFalse();
        });
    }

    private Stream<String> routes(Predicate<OpenApi.Operation> which) {
        return document.operations().stream().filter(which).map(OpenApi.Operation::route);
    }

    private static Set<String> answering(String whom) throws IOException {
        return listed(words -> words.length > 2 && words[2].equals(whom));
    }

    private static Set<String> listed(Predicate<String[]> which) throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .filter(which)
                .map(words -> words[0] + " " + words[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void exampleFailuresAreOfTheKindsThatThereAre() {
        var known = Arrays.stream(ProblemType.values())
                .map(type -> type.reference() + " " + type.title() + " " + type.status())
                .toList();
        assertThat(document.having("example").stream()
                        .map(node -> node.path("example"))
                        .filter(example -> example.path("type").asText().startsWith("/api/problems/"))
                        .map(example -> example.path("type").asText() + " "
                                + example.path("title").asText() + " "
                                + example.path("status").asInt()))
                .hasSizeGreaterThan(10)
                .isSubsetOf(known);
    }
}
