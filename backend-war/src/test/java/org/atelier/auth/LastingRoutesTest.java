package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.events.Streams;
import org.atelier.web.FollowedRequest;

/** Whatever can stay open is counted: who makes a request go on without a thread is named here with its routes. */
@AnalyzeClasses(packages = "org.atelier", importOptions = ImportOption.DoNotIncludeTests.class)
class LastingRoutesTest {
    /** Who lets a request go on, or lets it follow a log. */
    private static final Map<String, Set<String>> GO_ON = Map.of(
            "EventsServlet", Set.of("GET /api/events"),
            "AnswerEvents", Set.of("GET /api/conversations/{}/answers/{}/events"),
            "JobEvents", Set.of("GET /api/generate/image/{}/events", "GET /api/generate/video/{}/events"),
            "OneShot", Set.of("POST /api/ai/chat", "POST /api/generate/text"),
            "Completions", Set.of("POST /api/v1/chat/completions"),
            "PictureGenerations", Set.of("POST /api/v1/images/generations"),
            "MediaServlet", Set.of("GET /api/media/{}/content", "GET /api/media/{}/thumbnail"),
            "DownloadServlet", Set.of("POST /api/gallery/download"));

    /** Resources whose answer comes later, when somebody prefers to wait for a job. */
    private static final Map<String, Set<String>> WAIT = Map.of(
            "ImageResource.generate", Set.of("POST /api/generate/image"),
            "VideoResource.generate", Set.of("POST /api/generate/video"),
            "VideoResource.generateFromImage", Set.of("POST /api/generate/video/from-image"),
            "JobResource.retry", Set.of("POST /api/generate/image/{}/retry", "POST /api/generate/video/{}/retry"));

    /** What waits for a password to be hashed or for the disk, and for nobody else. */
    private static final Set<String> BRIEF = Set.of(
            "AccountsResource.delete",
            "DeletionResource.delete",
            "MessagesResource.stop",
            "PasswordResource.change",
            "RegistrationResource.register",
            "RegistrationResource.setUp",
            "ResetResource.reset",
            "SignInResource.login");

    @ArchTest
    void whateverGoesOnWithoutAThreadIsCounted(JavaClasses classes) {
        var found = classes.stream()
                .filter(type -> !type.isEquivalentTo(FollowedRequest.class))
                .filter(type -> type.getAccessesFromSelf().stream()
                        .anyMatch(call -> goesOn(call.getTargetOwner(), call.getName())))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("Streams"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).containsExactlyInAnyOrderElementsOf(GO_ON.keySet());
    }

    @ArchTest
    void everyResourceThatAnswersLaterIsCountedOrBrief(JavaClasses classes) {
        var found = classes.stream()
                .filter(type ->
                        type.isAnnotatedWith(Path.class) || type.getSimpleName().equals("JobResource"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getRawReturnType().isAssignableTo(CompletionStage.class))
                .filter(LastingRoutesTest::isARoute)
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(WAIT.keySet(), BRIEF).flatMap(Set::stream).toList());
    }

    @ArchTest
    void theListHoldsTheirRoutesAndNoOther(JavaClasses classes) {
        assertThat(LastingRoutes.NAMES)
                .containsExactlyInAnyOrderElementsOf(Stream.of(GO_ON, WAIT)
                        .flatMap(map -> map.values().stream())
                        .flatMap(Set::stream)
                        .toList());
        LastingRoutes.NAMES.forEach(
                name -> assertThat(KeyRoutes.find(name.split(" ")[0], name.split(" ")[1].replace("{}", "a1")))
                        .as(name)
                        .hasValueSatisfying(route -> assertThat(route.name()).isEqualTo(name)));
    }

    private static boolean goesOn(JavaClass target, String method) {
        return target.isAssignableTo(ServletRequest.class) && method.equals("startAsync")
                || target.isEquivalentTo(Streams.class) && method.startsWith("follow");
    }

    private static boolean isARoute(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(jakarta.ws.rs.HttpMethod.class));
    }
}
