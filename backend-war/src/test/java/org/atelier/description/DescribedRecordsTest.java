package org.atelier.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.web.Api;
import org.atelier.web.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What resources answer with and take is what the document says, member by member. */
class DescribedRecordsTest {
    /** It takes the fields of a change, and refuses those that name messages, of which a new conversation has none. */
    private static final Set<String> TAKES_LESS = Set.of("POST /api/conversations");

    private static final List<Described> DESCRIBED = described().toList();

    private final OpenApi document = OpenApi.read();
    private final Map<String, OpenApi.Operation> operations =
            document.operations().stream().collect(Collectors.toMap(OpenApi.Operation::route, Function.identity()));
    private final Shapes shapes = new Shapes(document);

    /** A resource's method and the route that leads to it. */
    private record Described(String route, Method method) {}

    @Test
    void whatMethodsReturnIsDescribed() {
        var seen = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        DESCRIBED.forEach(each -> {
            var type = returned(each.method());
            if (!Set.of(Response.class, Object.class, void.class).contains(type.getRawClass())) {
                seen.add(each.route());
                document.answers(operations.get(each.route()))
                        .forEach(schema -> wrong.addAll(shapes.answer(each.route(), type, schema)));
            }
        });
        assertThat(seen).hasSizeGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatMethodsTakeIsDescribed() {
        var seen = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        DESCRIBED.forEach(each -> body(each.method()).ifPresent(type -> {
            seen.add(each.route());
            var schema = document.body(operations.get(each.route()));
            wrong.addAll(
                    TAKES_LESS.contains(each.route())
                            ? shapes.partOfBody(each.route(), type, schema)
                            : shapes.body(each.route(), type, schema));
        }));
        assertThat(seen).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    /** What servlets answer with, and methods whose signature does not tell. */
    @ParameterizedTest
    @CsvSource({
        "AuthOptions, auth.OptionsResource$Options",
        "SignedIn, auth.SignedIn",
        "MadeAccount, auth.AccountsResource$Made",
        "Deletable, auth.DeletionResource$Counted",
        "SignIns, auth.SessionsResource$Places",
        "Keys, auth.KeysResource$Listed",
        "Key, auth.KeyView",
        "PasswordResetLink, auth.Resets$Link",
        "AuditLine, audit.AuditLine",
        "Model, catalogue.ModelView",
        "DatabaseHealth, health.DatabaseHealth$Report",
        "Asked, chat.Asking$Asked",
        "AnswerBegun, chat.MessagesResource$Begun",
        "AnswerStarted, chat.RunningAnswer$Started",
        "ChatAnswer, chat.OneShotAnswer$Chat",
        "TextAnswer, chat.OneShotAnswer$Text",
        "ToolCallPiece, provider.ChatEvent$ToolCallPiece",
        "UsageReport, usage.UsageReport$Report",
        "BudgetNews, usage.BudgetNotices$News",
        "ModelObjectList, openai.ModelObjects$ModelObjectList",
        "ProtocolError, web.ProtocolError$Body"
    })
    void whatElseIsAnsweredIsDescribed(String schema, String type) throws ClassNotFoundException {
        var answered = Json.MAPPER.constructType(Class.forName("org.atelier." + type));
        assertThat(shapes.answer(schema, answered, document.schema(schema))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ChatRequest, chat.ChatBody", "TextRequest, chat.TextBody", "Turn, chat.Turn"})
    void whatServletsTakeIsDescribed(String schema, String type) throws ClassNotFoundException {
        var taken = Json.MAPPER.constructType(Class.forName("org.atelier." + type));
        assertThat(shapes.membersTaken(taken)).isNotEmpty().isSubsetOf(shapes.members(document.schema(schema)));
    }

    private static Stream<Described> described() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.atelier").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type ->
                                below(Api.ROOT + type.getAnnotation(Path.class).value(), type));
    }

    /** A method with a path and without a verb leads to another resource for the rest of the path. */
    private static Stream<Described> below(String path, Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.isBridge())
                .flatMap(method -> {
                    var own = method.getAnnotation(Path.class);
                    var whole = path + (own == null ? "" : own.value());
                    var verbs = verbs(method);
                    return own != null && verbs.isEmpty()
                            ? below(whole, method.getReturnType())
                            : verbs.stream()
                                    .map(verb ->
                                            new Described(verb + " " + whole.replaceAll("\\{[^}]*}", "{}"), method));
                });
    }

    private static List<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .toList();
    }

    private static JavaType returned(Method method) {
        var type = method.getGenericReturnType();
        return Json.MAPPER.constructType(
                method.getReturnType() == CompletionStage.class
                        ? ((ParameterizedType) type).getActualTypeArguments()[0]
                        : type);
    }

    /** @return the type of the only parameter that no annotation explains, if it says what it holds */
    private static java.util.Optional<JavaType> body(Method method) {
        var parameters = method.getParameters();
        return Arrays.stream(parameters)
                .filter(parameter -> Arrays.stream(parameter.getAnnotations())
                        .map(Annotation::annotationType)
                        .noneMatch(type -> type.getPackageName().startsWith("jakarta.ws.rs")))
                .map(parameter -> parameter.getParameterizedType())
                .map(Json.MAPPER::constructType)
                .filter(type ->
                        !JsonNode.class.isAssignableFrom(type.getRawClass()) && type.getRawClass() != ObjectNode.class)
                .findFirst();
    }
}
