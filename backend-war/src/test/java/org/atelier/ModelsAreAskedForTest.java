package org.atelier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/**
 * No paid request goes round the one place that says whether somebody may use a model: whoever makes a request for the provider asks the
 * catalogue itself, and there is no other way to get hold of a model.
 */
@AnalyzeClasses(packages = "org.atelier", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelsAreAskedForTest {
    private static final Set<String> REQUESTS = Set.of(
            "org.atelier.provider.ChatRequest",
            "org.atelier.provider.ImageRequest",
            "org.atelier.provider.FilmRequest");

    /** Each of them refuses what the caller may not use. */
    private static final Set<String> DOORS =
            Set.of("org.atelier.catalogue.Catalogue.offered", "org.atelier.chat.ModelChoice.of");

    /** It shortens a request that was made already, and changes no model but to those that {@code Fallbacks} offers. */
    private static final String SHORTENS = "org.atelier.usage.Allowance";

    @ArchTest
    static final ArchRule whoeverMakesAPaidRequestAsksForTheModel = classes()
            .that(DescribedPredicate.describe("make a paid request", ModelsAreAskedForTest::makesARequest))
            .should(askForTheModel());

    private static boolean makesARequest(JavaClass some) {
        return !some.getPackageName().startsWith("org.atelier.provider")
                && !some.getName().equals(SHORTENS)
                && some.getConstructorCallsFromSelf().stream()
                        .anyMatch(
                                call -> REQUESTS.contains(call.getTargetOwner().getName()));
    }

    private static ArchCondition<JavaClass> askForTheModel() {
        return new ArchCondition<>("ask the catalogue whether the caller may use the model") {
            @Override
            public void check(JavaClass some, ConditionEvents events) {
                boolean asks = some.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> DOORS.contains(call.getTargetOwner().getName() + "." + call.getName()));
                events.add(new SimpleConditionEvent(some, asks, some.getName() + (asks ? " asks" : " does not ask")));
            }
        };
    }

    @ArchTest
    static final ArchRule pricesAloneAreLookedUpWithoutAsking = noClasses()
            .that()
            .resideOutsideOfPackage("org.atelier.catalogue")
            .and()
            .doNotHaveFullyQualifiedName("org.atelier.usage.ListedPrices")
            .should()
            .callMethod(org.atelier.catalogue.Catalogue.class, "find", String.class);

    @ArchTest
    static final ArchRule nobodyMakesUpAModel = noClasses()
            .that()
            .resideOutsideOfPackages("org.atelier.catalogue", "org.atelier.provider..")
            .should()
            .callConstructorWhere(DescribedPredicate.describe("a model is made", call -> Set.of(
                            "org.atelier.catalogue.CatalogueModel", "org.atelier.provider.ProviderModel")
                    .contains(call.getTargetOwner().getName())));
}
