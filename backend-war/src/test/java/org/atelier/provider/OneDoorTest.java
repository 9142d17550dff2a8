package org.atelier.provider;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.netty.bootstrap.Bootstrap;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;

/** The backend has one door to the network, and the client behind it knows no feature. */
@AnalyzeClasses(packages = "org.atelier", importOptions = ImportOption.DoNotIncludeTests.class)
class OneDoorTest {

    @ArchTest
    static final ArchRule onlyTheDoorOpensConnections = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Outbound.class.getName())
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Bootstrap.class, HttpClient.class, URLConnection.class);

    @ArchTest
    static final ArchRule anAddressIsNeverOpenedDirectly = noClasses()
            .should()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(URL.class, "openConnection")
            .orShould()
            .callMethod(URL.class, "getContent");

    @ArchTest
    static final ArchRule onlyTheClientSpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackage("org.atelier.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "io.netty..");

    @ArchTest
    static final ArchRule theClientKnowsNoFeature = classes()
            .that()
            .resideInAPackage("org.atelier.provider")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("org.atelier.provider")
                    .or(resideInAPackage("java.."))
                    .or(resideInAPackage("javax.net.ssl"))
                    .or(resideInAPackage("com.fasterxml.jackson.."))
                    .or(resideInAPackage("io.netty.."))
                    .or(resideInAPackage("com.github.benmanes.caffeine.."))
                    .or(resideInAPackage("io.github.resilience4j..")));

    @ArchTest
    static final ArchRule theDemoSharesNothingWithTheClientItTests = noClasses()
            .that()
            .resideInAPackage("org.atelier.provider.demo")
            .should()
            .dependOnClassesThat(resideInAPackage("org.atelier..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAPackage("org.atelier.provider.demo"))));
}
