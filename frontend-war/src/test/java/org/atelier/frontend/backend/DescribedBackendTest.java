package org.atelier.frontend.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the pages ask of the backend, and read out of its answers, is in the document that the backend publishes. */
class DescribedBackendTest {

    private static final OpenApi DOCUMENT = OpenApi.read();
    private static final Set<Class<?>> UNREAD = Set.of(void.class, Response.class, InputStream.class);
    private static final Map<Class<?>, String> SIMPLE = Map.of(
            String.class, "string",
            BigDecimal.class, "string",
            int.class, "integer",
            Integer.class, "integer",
            long.class, "integer",
            Long.class, "integer",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            double.class, "number",
            Double.class, "number");

    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            classes = {
                AccountsApi.class,
                AdminApi.class,
                AdminJobsApi.class,
                AdminModelsApi.class,
                AuditApi.class,
                BackupsApi.class,
                HealthApi.class,
                OwnAccountApi.class,
                PeopleApi.class,
                UsageApi.class
            })
    void everyCallIsDescribed(Class<?> api) {
        assertThat(api.getDeclaredMethods()).isNotEmpty();
        for (Method call : api.getDeclaredMethods()) {
            paths(call).forEach(path -> compare(call, path));
        }
        assertThat(wrong).isEmpty();
    }

    /** Pictures and films have the same calls. */
    private static Stream<String> paths(Method call) {
        String path = call.getAnnotation(Path.class).value();
        return path.contains("{kinds}")
                ? Stream.of(path.replace("{kinds}", "images"), path.replace("{kinds}", "videos"))
                : Stream.of(path);
    }

    private void compare(Method call, String path) {
        String place = verb(call) + " " + path;
        Optional<JsonNode> described = DOCUMENT.operation(verb(call), path);
        if (described.isEmpty()) {
            wrong.add(place + " is not described");
            return;
        }
        JsonNode operation = described.get();
        asked(call)
                .filter(name -> !DOCUMENT.queryParameters(operation).contains(name))
                .forEach(name -> wrong.add(place + " has no parameter " + name));
        sent(call).ifPresent(body -> compare(place + " takes", body, DOCUMENT.body(operation)));
        if (!UNREAD.contains(call.getReturnType())) {
            compare(place + " answers", type(call.getGenericReturnType()), DOCUMENT.answer(operation));
        }
    }

    private static String verb(Method call) {
        return Arrays.stream(call.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> asked(Method call) {
        Stream<AnnotatedElement> inBeans = Arrays.stream(call.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(BeanParam.class))
                .flatMap(parameter -> Arrays.stream(parameter.getType().getDeclaredFields()));
        return Stream.concat(Arrays.stream(call.getParameters()), inBeans)
                .map(element -> element.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value);
    }

    /** A map has the names that its caller gives it. */
    private static Optional<JavaType> sent(Method call) {
        return Arrays.stream(call.getParameters())
                .filter(DescribedBackendTest::isBody)
                .map(parameter -> type(parameter.getParameterizedType()))
                .filter(type -> !type.isMapLikeType())
                .findFirst();
    }

    private static boolean isBody(Parameter parameter) {
        return Stream.of(BeanParam.class, PathParam.class, QueryParam.class).noneMatch(parameter::isAnnotationPresent);
    }

    private static JavaType type(java.lang.reflect.Type type) {
        return Json.MAPPER.constructType(type);
    }

    private void compare(String place, JavaType type, JsonNode given) {
        JsonNode schema = DOCUMENT.plain(given);
        Class<?> raw = type.getRawClass();
        if (SIMPLE.containsKey(raw)) {
            expect(place, SIMPLE.get(raw), schema);
        } else if (JsonNode.class.isAssignableFrom(raw)) {
            expect(place, "object", schema);
        } else if (type.isCollectionLikeType()) {
            expect(place, "array", schema);
            compare(place + "[]", type.getContentType(), schema.path("items"));
        } else if (type.isMapLikeType()) {
            expect(place, "object", schema);
            compare(place + ".*", type.getContentType(), schema.path("additionalProperties"));
        } else {
            members(type).forEach(member -> {
                JsonNode described = schema.path("properties").path(member.getName());
                if (described.isMissingNode()) {
                    wrong.add(place + " nothing of the name " + member.getName());
                } else {
                    compare(place + " " + member.getName(), member.getPrimaryType(), described);
                }
            });
        }
    }

    private static List<BeanPropertyDefinition> members(JavaType type) {
        return Json.MAPPER.getDeserializationConfig().introspect(type).findProperties();
    }

    private void expect(String place, String type, JsonNode schema) {
        JsonNode described = schema.path("type");
        boolean fits = described.asText().equals(type)
                || StreamSupport.stream(described.spliterator(), false)
                        .anyMatch(one -> one.asText().equals(type));
        if (!fits) {
            wrong.add(place + " " + type + ", described is " + schema);
        }
    }
}
