package org.atelier.frontend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.List;
import org.atelier.frontend.web.Forwarded;

/** The dependency rule of docs/architecture.md: pages know the packages below them, never one another. */
@AnalyzeClasses(packages = "org.atelier.frontend", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String OURS = "org.atelier.frontend.";

    @ArchTest
    static final ArchRule nothingGoesInACircle =
            slices().matching(OURS + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule settingsKnowNothingOfUs = noClasses()
            .that()
            .resideInAPackage(OURS + "settings")
            .should()
            .dependOnClassesThat(areIn("web", "backend", "faces", "signin", "health", "admin", "account"));

    @ArchTest
    static final ArchRule mannersKnowOnlySettings = noClasses()
            .that()
            .resideInAPackage(OURS + "web")
            .should()
            .dependOnClassesThat(areIn("backend", "faces", "signin", "health", "admin", "account"));

    @ArchTest
    static final ArchRule theBackendPackageKnowsNoPageAndNoCookie = noClasses()
            .that()
            .resideInAPackage(OURS + "backend")
            .should()
            .dependOnClassesThat(areIn("faces", "signin", "health", "admin", "account"));

    @ArchTest
    static final ArchRule facesHelpsKnowNothingOfUs = noClasses()
            .that()
            .resideInAPackage(OURS + "faces")
            .should()
            .dependOnClassesThat(areIn("web", "backend", "signin", "health", "admin", "account", "settings"));

    @ArchTest
    static final ArchRule pagesDoNotKnowOneAnother =
            slices().matching(OURS + "(admin|health|account)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule pagesOfTheAdministrationDoNotKnowOneAnother = slices().matching(OURS + "admin.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theSignInKnowsNoPage = noClasses()
            .that()
            .resideInAPackage(OURS + "signin")
            .should()
            .dependOnClassesThat(areIn("admin", "account", "health"));

    @ArchTest
    static final ArchRule onlyTheBackendPackageSpeaksHttp = classes()
            .that()
            .resideOutsideOfPackage(OURS + "backend")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                    "java.net.http..", "org.eclipse.microprofile.rest.client..")));

    @ArchTest
    static final ArchRule noClassOfOneVendorsServer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fish.payara..", "org.glassfish..", "com.sun.faces..", "org.jboss.weld..");

    @ArchTest
    static final ArchRule noHttpSession =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.servlet.http.HttpSession");

    @ArchTest
    static final ArchRule addressAndSchemeAreAskedInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Forwarded.class.getName())
            .should()
            .accessTargetWhere(
                    asksARequestFor("getRemoteAddr", "getRemoteHost", "getRemotePort", "getScheme", "isSecure"));

    @ArchTest
    static final ArchRule noHostNameIsTakenFromARequest =
            noClasses().should().accessTargetWhere(asksARequestFor("getServerName", "getServerPort", "getRequestURL"));

    private static DescribedPredicate<JavaAccess<?>> asksARequestFor(String... names) {
        return DescribedPredicate.describe(
                "a request is asked for one of " + List.of(names),
                call -> List.of(names).contains(call.getName())
                        && call.getTargetOwner().isAssignableTo(ServletRequest.class));
    }

    private static DescribedPredicate<JavaClass> areIn(String... packages) {
        String[] names = Arrays.stream(packages).map(name -> OURS + name + "..").toArray(String[]::new);
        return JavaClass.Predicates.resideInAnyPackage(names);
    }
}
