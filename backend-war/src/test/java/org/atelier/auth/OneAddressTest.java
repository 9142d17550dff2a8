package org.atelier.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.ServletRequest;
import java.util.Set;

/** Where a request comes from is asked in one place, and nobody takes a scheme or a host name from it at all. */
@AnalyzeClasses(packages = "org.atelier", importOptions = ImportOption.DoNotIncludeTests.class)
class OneAddressTest {
    private static final Set<String> PEER = Set.of("getRemoteAddr", "getRemoteHost", "getRemotePort");
    private static final Set<String> SITE =
            Set.of("getScheme", "isSecure", "getServerName", "getServerPort", "getRequestURL");

    @ArchTest
    static final ArchRule onlyOnePlaceAsksForTheAddress = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ClientAddress.class.getName())
            .should()
            .accessTargetWhere(asksARequestFor(PEER));

    @ArchTest
    static final ArchRule nobodyAsksForTheSite = noClasses().should().accessTargetWhere(asksARequestFor(SITE));

    private static DescribedPredicate<JavaAccess<?>> asksARequestFor(Set<String> names) {
        return DescribedPredicate.describe(
                "a request is asked for one of " + names,
                call -> names.contains(call.getName()) && call.getTargetOwner().isAssignableTo(ServletRequest.class));
    }
}
