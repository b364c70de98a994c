package dev.pawl.acceptance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.pawl.acceptance.stack.LocalStack;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which modules may depend on each other, and that no packages form a cycle; see docs/architecture.md. */
class ArrowsTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.pawl");

    record Arrows(String module, List<String> allowed) {
        ArchRule rule() {
            String[] packages = Stream.concat(Stream.of(module), allowed.stream())
                    .map(name -> "dev.pawl." + name + "..")
                    .toArray(String[]::new);
            return noClasses()
                    .that()
                    .resideInAPackage("dev.pawl." + module + "..")
                    .should()
                    .dependOnClassesThat(DescribedPredicate.describe(
                            "are of another module of ours",
                            type -> type.getPackageName().startsWith("dev.pawl.")
                                    && Stream.of(packages)
                                            .noneMatch(allowed ->
                                                    PackageMatcher.of(allowed).matches(type.getPackageName()))));
        }
    }

    static List<Arrows> arrows() {
        return List.of(
                new Arrows("workflows", List.of()),
                new Arrows("db", List.of()),
                new Arrows("connection", List.of()),
                new Arrows("host", List.of("workflows", "db")),
                new Arrows("record", List.of("host", "workflows", "db")),
                new Arrows("workspace", List.of("host", "workflows", "db")),
                new Arrows("agent", List.of("host", "workflows", "db")),
                new Arrows("evidence", List.of("workspace", "record", "host", "workflows", "db")),
                new Arrows("task", List.of("agent", "workspace", "record", "host", "workflows", "db")),
                new Arrows("plan", List.of("evidence", "workspace", "host", "workflows", "db")),
                new Arrows(
                        "worker",
                        List.of(
                                "task",
                                "plan",
                                "evidence",
                                "agent",
                                "workspace",
                                "record",
                                "events",
                                "host",
                                "workflows",
                                "db")),
                new Arrows("api", List.of()),
                new Arrows("events", List.of("api", "host", "db")),
                new Arrows("gateway", List.of("events", "api", "workflows", "db")),
                new Arrows("cli", List.of("api")),
                new Arrows("local", List.of("worker", "gateway", "connection", "workflows", "db")));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void aModuleDependsOnlyOnWhatItMay(Arrows arrows) {
        arrows.rule().check(OURS);
    }

    @Test
    void anArrowThatIsNotAllowedIsFound() {
        JavaClasses trespasser = new ClassFileImporter().importClasses(LocalStack.class);

        assertThat(new Arrows("acceptance", List.of())
                        .rule()
                        .evaluate(trespasser)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void everyModuleHasItsArrows() {
        Set<String> modules = OURS.stream()
                .map(type -> type.getPackageName().replaceAll("^dev\\.pawl\\.(\\w+).*", "$1"))
                .collect(Collectors.toSet());

        assertThat(arrows()).extracting(Arrows::module).containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void packagesDependOnEachOtherInNoCycle() {
        noCycleIn("dev.pawl").check(OURS);
    }

    @Test
    void aCycleOfPackagesIsFound() {
        JavaClasses cycle = new ClassFileImporter().importClasses(Optional.class, Stream.class);

        assertThat(noCycleIn("java").evaluate(cycle).hasViolation()).isTrue();
    }

    private static ArchRule noCycleIn(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    @Test
    void workflowsAndCliKnowNoFrameworkOfTheServer() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.pawl.workflows..", "dev.pawl.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage("dev.pawl.db..", "dev.pawl.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.temporal..")
                .check(OURS);
    }

    @Test
    void implementationsStayInTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Impl")
                .should()
                .resideInAnyPackage(
                        "dev.pawl.workflows.task",
                        "dev.pawl.workflows.plan",
                        "dev.pawl.workflows.reap",
                        "dev.pawl.workflows.collect",
                        "dev.pawl.workflows.scheduled",
                        "dev.pawl.host.directory",
                        "dev.pawl.evidence",
                        "dev.pawl.plan",
                        "dev.pawl.task..")
                .check(OURS);
    }
}
