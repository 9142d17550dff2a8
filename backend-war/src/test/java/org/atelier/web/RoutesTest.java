package org.atelier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.Filter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of routes that the system test walks with bad credentials is the list of routes that there are. */
class RoutesTest {
    private static final java.nio.file.Path LIST =
            java.nio.file.Path.of("../system-test/src/test/resources/routes.txt");

    /** A filter says nowhere which routes it answers: each is named here with its routes, or with none. */
    private static final Map<String, Set<String>> FILTERS = Map.of(
            "Gate", Set.of(),
            "AnswerEvents", Set.of("GET /api/conversations/{}/answers/{}/events"),
            "JobEvents", Set.of("GET /api/generate/image/{}/events", "GET /api/generate/video/{}/events"));

    /** Nor does a servlet that tells paths apart by itself, or is put in its place by a listener. */
    private static final Map<String, Set<String>> SERVLETS = Map.of(
            "MediaServlet", Set.of("GET /api/media/{}/content", "GET /api/media/{}/thumbnail"),
            "UploadServlet", Set.of("POST /api/media"),
            "ProtocolServlet",
                    Set.of(
                            "GET /api/v1/models",
                            "GET /api/v1/models/{}",
                            "POST /api/v1/chat/completions",
                            "POST /api/v1/images/generations"));

    @Test
    void everyResourceAndServletIsInTheListOfRoutes() throws IOException {
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(found());
    }

    private static Set<String> listed() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#") && !line.contains(" /health"))
                .map(line -> line.split("\\s+"))
                .map(words -> words[0] + " " + words[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.atelier").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class)
                                || type.isAssignableTo(HttpServlet.class)
                                || type.isAssignableTo(Filter.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(resource(type), servlet(type), filter(type))
                                .flatMap(routes -> routes))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> resource(Class<?> type) {
        var root = type.getAnnotation(Path.class);
        return root == null ? Stream.empty() : below(Api.ROOT + root.value(), type);
    }

    /** A method with a path and without a verb leads to another resource for the rest of the path. */
    private static Stream<String> below(String path, Class<?> type) {
        return Arrays.stream(type.getMethods()).flatMap(method -> {
            var own = method.getAnnotation(Path.class);
            var whole = path + (own == null ? "" : own.value());
            return own != null && verb(method).findAny().isEmpty()
                    ? below(whole, method.getReturnType())
                    : verb(method).map(verb -> verb + " " + whole.replaceAll("\\{[^}]*}", "{}"));
        });
    }

    private static Stream<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static Stream<String> filter(Class<?> type) {
        if (!Filter.class.isAssignableFrom(type)) {
            return Stream.empty();
        }
        return FILTERS.getOrDefault(type.getSimpleName(), Set.of("a filter nobody knows: " + type)).stream();
    }

    private static Stream<String> servlet(Class<?> type) {
        if (!HttpServlet.class.isAssignableFrom(type)) {
            return Stream.empty();
        }
        if (SERVLETS.containsKey(type.getSimpleName())) {
            return SERVLETS.get(type.getSimpleName()).stream();
        }
        var mapping = type.getAnnotation(WebServlet.class);
        if (mapping == null) {
            return Stream.of("a servlet nobody knows: " + type);
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().matches("do(Get|Post|Put|Patch|Delete)"))
                .map(method -> method.getName().substring(2).toUpperCase(java.util.Locale.ROOT))
                .flatMap(verb -> Stream.concat(Arrays.stream(mapping.urlPatterns()), Arrays.stream(mapping.value()))
                        .map(pattern -> verb + " " + pattern));
    }
}
