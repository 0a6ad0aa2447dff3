package dev.gradlens;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

@AnalyzeClasses(packages = "dev.gradlens", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String RANDOM = "dev.gradlens.random..";
    private static final String TENSOR = "dev.gradlens.tensor..";
    private static final String NETWORK = "dev.gradlens.network..";
    private static final String CHECK = "dev.gradlens.check..";
    private static final String DIAGNOSIS = "dev.gradlens.diagnosis..";
    private static final String WEB = "dev.gradlens.*.web..";
    private static final String STORE = "dev.gradlens.*.store..";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.gradlens.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyOnePackageKnowsNd4j = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gradlens.tensor.nd4j..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.nd4j..");

    @ArchTest
    static final ArchRule onlyTwoPackagesKnowNativeLibraries = noClasses()
            .that()
            .resideOutsideOfPackages("dev.gradlens.tensor.nd4j..", "dev.gradlens.tensor.blas..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule theMathematicsKnowsNeitherSpringNorJson = noClasses()
            .that()
            .resideInAnyPackage(RANDOM, TENSOR, NETWORK, CHECK, DIAGNOSIS)
            .and()
            .resideOutsideOfPackages(WEB, STORE)
            .should()
            .dependOnClassesThat(springOrJson())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule randomKnowsNoOtherRoom = roomKnowsOnly(RANDOM);

    @ArchTest
    static final ArchRule tensorKnowsNoOtherRoom = roomKnowsOnly(TENSOR);

    @ArchTest
    static final ArchRule networkKnowsOnlyTensorAndRandom = roomKnowsOnly(NETWORK, TENSOR, RANDOM);

    @ArchTest
    static final ArchRule checkKnowsOnlyNetworkAndTensor = roomKnowsOnly(CHECK, NETWORK, TENSOR);

    @ArchTest
    static final ArchRule controllersArePackagePrivate = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theWebPartOfAFeatureIsPrivateToIt = privateToTheirFeature("web", WEB);

    @ArchTest
    static final ArchRule theStoreOfAFeatureIsPrivateToIt = privateToTheirFeature("store", STORE);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(liveInANullMarkedPackage());

    @Test
    void modulesKeepToTheirDeclaredArrows() {
        ApplicationModules.of(GradLensApplication.class).verify();
    }

    private static ArchRule roomKnowsOnly(String room, String... others) {
        DescribedPredicate<JavaClass> elsewhere = resideInAPackage("dev.gradlens..")
                .and(resideOutsideOfPackages(room))
                .and(resideOutsideOfPackages(others))
                .as("lie in another room");
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(elsewhere)
                .allowEmptyShould(true);
    }

    /** Spring Modulith's annotations only describe a package, so that they are no knowledge of Spring. */
    private static DescribedPredicate<JavaClass> springOrJson() {
        return resideInAnyPackage("org.springframework..", "tools.jackson..", "com.fasterxml..", "io.swagger..")
                .and(resideOutsideOfPackages("org.springframework.modulith.."))
                .as("belong to Spring, Jackson or Swagger");
    }

    private static ArchRule privateToTheirFeature(String part, String packages) {
        return classes()
                .that()
                .resideInAPackage(packages)
                .should(new ArchCondition<>("be used by their own feature's " + part + " alone") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String home = homeOf(type, part);
                        type.getDirectDependenciesToSelf().stream()
                                .filter(use -> !isWithin(home, use))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                })
                .allowEmptyShould(true);
    }

    /** The feature's part that holds the type, such as {@code dev.gradlens.inspection.web}. */
    private static String homeOf(JavaClass type, String part) {
        String[] segments = type.getPackageName().split("\\.", 5);
        return String.join(".", segments[0], segments[1], segments[2], part);
    }

    private static boolean isWithin(String home, Dependency use) {
        return (use.getOriginClass().getPackageName() + ".").startsWith(home + ".");
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, "%s is not @NullMarked".formatted(type.getPackageName())));
                }
            }
        };
    }
}
