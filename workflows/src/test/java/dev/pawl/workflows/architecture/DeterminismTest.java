package dev.pawl.workflows.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Workflow code issues the same commands at every replay. Each rule is shown to fail on code that breaks it. */
class DeterminismTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.pawl.workflows");

    record Rule(String name, ArchRule rule, Class<?> breaksIt) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "no clock",
                        noClasses()
                                .should()
                                .callMethodWhere(target(nameMatching("now"))
                                        .and(target(owner(nameMatching("java\\.time\\..*")))))
                                .orShould()
                                .callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime"))
                                        .and(target(owner(belongToAnyOf(System.class)))))
                                .orShould()
                                .dependOnClassesThat()
                                .belongToAnyOf(Clock.class),
                        Bad.ReadsTheClock.class),
                new Rule(
                        "no randomness",
                        noClasses()
                                .should()
                                .callMethod(UUID.class, "randomUUID")
                                .orShould()
                                .callMethod(Math.class, "random")
                                .orShould()
                                .dependOnClassesThat()
                                .areAssignableTo(Random.class),
                        Bad.ThrowsDice.class),
                new Rule(
                        "no threads",
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("java.util.concurrent..")
                                .orShould()
                                .dependOnClassesThat()
                                .belongToAnyOf(Thread.class),
                        Bad.StartsAThread.class),
                new Rule(
                        "no unordered factories",
                        noClasses()
                                .should()
                                .callMethodWhere(target(nameMatching("of|copyOf|ofEntries"))
                                        .and(target(owner(belongToAnyOf(Set.class, Map.class))))),
                        Bad.IteratesInRandomOrder.class),
                new Rule("no hash maps", unordered(), Bad.HashesInRandomOrder.class),
                new Rule("no hash sets", unordered(), Bad.HashesASet.class),
                new Rule("no unordered collectors", unordered(), Bad.CollectsInRandomOrder.class),
                new Rule("no unordered groups", unordered(), Bad.GroupsInRandomOrder.class),
                new Rule(
                        "no outside world",
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.nio.file..", "java.net..", "java.sql..", "javax.sql..", "java.io..")
                                .orShould()
                                .callMethod(System.class, "getenv", String.class)
                                .orShould()
                                .callMethod(System.class, "getProperty", String.class),
                        Bad.ReadsAFile.class),
                new Rule(
                        "no plain logger",
                        noClasses().should().dependOnClassesThat().belongToAnyOf(LoggerFactory.class),
                        Bad.LogsAtReplay.class),
                new Rule(
                        "no mutable statics",
                        fields().that().areStatic().should().beFinal(),
                        Bad.CountsForEver.class),
                new Rule(
                        "no framework",
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "org.springframework..",
                                        "org.junit..",
                                        "dev.pawl.host..",
                                        "dev.pawl.record..",
                                        "dev.pawl.workspace..",
                                        "dev.pawl.agent..",
                                        "dev.pawl.evidence..",
                                        "dev.pawl.task..",
                                        "dev.pawl.db.."),
                        Bad.UsesAFramework.class));
    }

    /**
     * Iteration over a hash table follows hash codes, which differ between JVMs for most objects and all enums.
     * Bytecode does not show which kind of Map is iterated, so workflow code must not create any; it may create those
     * that keep an order.
     */
    private static ArchRule unordered() {
        return noClasses()
                .should()
                .callConstructorWhere(target(owner(belongToAnyOf(
                        HashMap.class, HashSet.class, IdentityHashMap.class, WeakHashMap.class, Hashtable.class))))
                .orShould()
                .callMethodWhere(target(owner(belongToAnyOf(Collectors.class)))
                        .and(target(nameMatching("toSet|toMap|groupingBy|toUnmodifiable(Set|Map)")))
                        .and(not(target(rawParameterTypes(describe(
                                "a factory of the result",
                                types -> types.stream().anyMatch(type -> type.isEquivalentTo(Supplier.class))))))));
    }

    @Test
    void collectionsThatKeepTheirOrderAreAllowed() {
        JavaClasses ordered = new ClassFileImporter().importClasses(Ordered.class);

        assertThat(unordered().evaluate(ordered).hasViolation()).isFalse();
    }

    /** Permitted constructs. */
    static final class Ordered {
        Map<String, Integer> lengths(Stream<String> all) {
            Set<String> once = new LinkedHashSet<>(all.toList());
            return once.stream().collect(Collectors.toMap(text -> text, String::length, Integer::sum, TreeMap::new));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void workflowCodeKeepsTheRule(Rule rule) {
        rule.rule.check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFailsOnCodeThatBreaksIt(Rule rule) {
        JavaClasses broken = new ClassFileImporter().importClasses(rule.breaksIt);

        assertThat(rule.rule.evaluate(broken).hasViolation()).isTrue();
    }
}
