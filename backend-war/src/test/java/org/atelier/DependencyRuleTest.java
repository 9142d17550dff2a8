package org.atelier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may know whom, as {@code docs/architecture.md} draws it, and which doors exist only once. */
@AnalyzeClasses(packages = "org.atelier", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyRuleTest {
    private static final Set<String> GROUND = Set.of("database", "settings", "web", "metrics");

    /** Beside the ground, which every feature may know. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("auth", Set.of("users", "keys", "limits", "usage", "audit")),
            Map.entry("limits", Set.of()),
            Map.entry("audit", Set.of()),
            Map.entry("keys", Set.of("users")),
            Map.entry("description", Set.of()),
            Map.entry("backup", Set.of("media", "users", "audit")),
            Map.entry("users", Set.of("audit")),
            Map.entry("catalogue", Set.of("provider", "users", "audit")),
            Map.entry("usage", Set.of("catalogue", "events", "provider", "users", "keys", "audit")),
            Map.entry("events", Set.of("users")),
            Map.entry(
                    "chat",
                    Set.of(
                            "catalogue",
                            "usage",
                            "users",
                            "events",
                            "idempotency",
                            "provider",
                            "media",
                            "gallery",
                            "search")),
            Map.entry(
                    "openai",
                    Set.of(
                            "catalogue",
                            "chat",
                            "events",
                            "gallery",
                            "idempotency",
                            "images",
                            "jobs",
                            "media",
                            "provider",
                            "usage")),
            Map.entry("search", Set.of()),
            Map.entry("media", Set.of("users")),
            Map.entry("gallery", Set.of("limits", "media", "users")),
            Map.entry(
                    "jobs",
                    Set.of(
                            "gallery",
                            "media",
                            "usage",
                            "users",
                            "events",
                            "catalogue",
                            "provider",
                            "idempotency",
                            "audit")),
            Map.entry("images", Set.of("jobs", "gallery", "media", "catalogue", "usage", "users", "provider")),
            Map.entry("videos", Set.of("jobs", "gallery", "media", "catalogue", "usage", "users", "provider")),
            Map.entry("idempotency", Set.of("users")),
            Map.entry(
                    "overview",
                    Set.of("auth", "catalogue", "events", "health", "jobs", "limits", "media", "usage", "users")),
            Map.entry("health", Set.of("catalogue")),
            Map.entry("provider", Set.of()),
            Map.entry("database", Set.of("metrics", "settings")),
            Map.entry("metrics", Set.of()),
            Map.entry("settings", Set.of()),
            Map.entry("web", Set.of("database", "settings")));

    @ArchTest
    void everyPackageKnowsOnlyWhatItMay(JavaClasses classes) {
        MAY_KNOW.forEach((name, known) -> rule(name, known).check(classes));
    }

    /** A machine's clock may be set: what goes on with jobs waits by pauses alone, and only what people read has a time of day. */
    @ArchTest
    static final ArchRule jobsGoOnByNoClockOnTheWall = noClasses()
            .that()
            .resideInAPackage("org.atelier.videos..")
            .or()
            .haveNameMatching("org\\.atelier\\.jobs\\.(Lane|FairQueue|Workers|Underway|Recovery|Transitions)")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    void everyPackageIsInTheRule(JavaClasses classes) {
        var found = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("org.atelier."))
                .map(name -> name.substring("org.atelier.".length()).split("\\.")[0])
                .collect(Collectors.toSet());
        assertThat(MAY_KNOW.keySet()).isEqualTo(found);
    }

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.atelier.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheProviderClientGoesOut = noClasses()
            .that(outside("org.atelier.provider"))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(HttpClient.class, java.net.HttpURLConnection.class, java.net.Socket.class);

    @ArchTest
    static final ArchRule onlyTheDatabasePackageOpensConnections = noClasses()
            .that(outside("org.atelier.database"))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(javax.sql.DataSource.class, java.sql.Connection.class, java.sql.DriverManager.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jdbi.v3.core.Jdbi");

    @ArchTest
    static final ArchRule theServersOwnClassesStayOutside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fish.payara..", "com.sun.enterprise..", "org.glassfish..");

    @ArchTest
    static final ArchRule theProviderClientKnowsNoServerAndNoSql = noClasses()
            .that()
            .resideInAPackage("org.atelier.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "java.sql..", "org.jdbi..");

    private static ArchRule rule(String name, Set<String> known) {
        var allowed = Stream.of(Stream.of(name), known.stream(), features(name))
                .flatMap(part -> part)
                .map(part -> "org.atelier." + part + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.atelier." + name + "..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.atelier..").and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                .because(name + " may only know " + Arrays.toString(allowed));
    }

    private static Stream<String> features(String name) {
        var isGround = GROUND.contains(name) || name.equals("provider");
        return isGround ? Stream.empty() : GROUND.stream();
    }

    private static DescribedPredicate<JavaClass> outside(String name) {
        return DescribedPredicate.not(resideInAnyPackage(name, name + ".."));
    }
}
