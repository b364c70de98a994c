package dev.pawl.api.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanGraphTest {
    private static PackageNode node(String id, String... needs) {
        return new PackageNode(id, List.of(needs), List.of(id + "/**"));
    }

    private static List<String> reasons(PlanGraph graph) {
        return graph.faults().stream().map(GraphFault::reason).toList();
    }

    @Test
    void aCycleIsNamedAsAWhole() {
        PlanGraph graph = new PlanGraph(
                List.of(node("free"), node("a", "c"), node("b", "a"), node("c", "free", "b"), node("behind", "c")));

        assertThat(reasons(graph)).containsExactly("these packages need each other: a → c → b → a");
    }

    @Test
    void aPackageThatNeedsItselfIsACycle() {
        assertThat(reasons(new PlanGraph(List.of(node("a", "a")))))
                .containsExactly("these packages need each other: a → a");
    }

    @Test
    void everyUnknownAndEveryDuplicateIdIsReported() {
        PlanGraph graph = new PlanGraph(List.of(node("a", "x", "y"), node("b", "a"), node("a")));

        assertThat(reasons(graph)).containsExactly("two packages have the id 'a'", "no package 'x'", "no package 'y'");
    }

    @Test
    void idsThatDifferOnlyInCaseAreTheSame() {
        assertThat(reasons(new PlanGraph(List.of(node("a"), node("A")))))
                .containsExactly("the ids 'a' and 'A' differ only in case");
    }

    @Test
    void aLevelNeedsOnlyEarlierOnes() {
        PlanGraph graph =
                new PlanGraph(List.of(node("a"), node("c", "a", "b"), node("b"), node("d", "c"), node("e", "a")));

        assertThat(graph.levels()).containsExactly(List.of(0, 2), List.of(1, 4), List.of(3));
    }

    @Test
    void theCriticalPathIsTheLongestChainAndBoundsTheTime() {
        PlanGraph graph = new PlanGraph(List.of(node("a"), node("b"), node("c", "a", "b"), node("d")));
        List<Duration> minutes =
                IntStream.of(3, 5, 2, 6).mapToObj(Duration::ofMinutes).toList();

        CriticalPath path = CriticalPath.of(graph, minutes);

        assertThat(path.packages()).containsExactly(1, 2);
        assertThat(path.duration()).isEqualTo(Duration.ofMinutes(7));
        assertThat(path.work()).isEqualTo(Duration.ofMinutes(16));
        assertThat(path.lowerBound(4)).isEqualTo(Duration.ofMinutes(7));
        assertThat(path.lowerBound(2)).isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void packagesThatMayRunAtTheSameTimeOwnNoCommonPath() {
        PlanGraph graph = new PlanGraph(List.of(
                new PackageNode("api", List.of(), List.of("src/api/**")),
                new PackageNode("docs", List.of(), List.of("docs", "src/**/README")),
                new PackageNode("later", List.of("api", "docs"), List.of("src/api/x"))));

        assertThat(OwnershipOverlaps.of(graph, List.of()))
                .extracting(GraphFault.Overlap::reason)
                .containsExactly("packages 'api' and 'docs' both own paths of src/api/** and src/**/README, such as"
                        + " src/api/README");
    }

    @Test
    void packagesMayShareAPathIfOneNeedsTheOtherThroughOthers() {
        PlanGraph graph = new PlanGraph(List.of(
                new PackageNode("a", List.of(), List.of("x")),
                new PackageNode("b", List.of("a"), List.of("y")),
                new PackageNode("c", List.of("b"), List.of("x"))));

        assertThat(OwnershipOverlaps.of(graph, List.of())).isEmpty();
    }

    @Test
    void aPackageThatNamesNoPathOwnsAllOfThem() {
        PlanGraph graph = new PlanGraph(
                List.of(new PackageNode("a", List.of(), List.of()), new PackageNode("b", List.of(), List.of("x"))));

        assertThat(OwnershipOverlaps.of(graph, List.of())).hasSize(1);
    }

    /** Against the plain definition: a package comes after another exactly if a chain of needs leads there. */
    @Test
    void theAncestorsOfRandomGraphsAreWhatAChainOfNeedsReaches() {
        Random random = new Random(13);
        for (int round = 0; round < 50; round++) {
            int size = 1 + random.nextInt(30);
            List<PackageNode> nodes = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int at = i;
                String[] needs = IntStream.range(0, i)
                        .filter(other -> random.nextInt(at + 1) < 2)
                        .mapToObj(other -> "p" + other)
                        .toArray(String[]::new);
                nodes.add(node("p" + i, needs));
            }
            PlanGraph graph = new PlanGraph(nodes);
            assertThat(graph.faults()).isEmpty();
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    assertThat(graph.ancestors().get(from).get(to)).isEqualTo(reaches(graph, from, to));
                }
            }
        }
    }

    private static boolean reaches(PlanGraph graph, int from, int to) {
        return graph.needs(from).stream().anyMatch(need -> need == to || reaches(graph, need, to));
    }

    @Test
    void aPlanOfTwoThousandPackagesIsCheckedInSeconds() {
        List<PackageNode> nodes = IntStream.range(0, 2000)
                .mapToObj(i -> new PackageNode(
                        "p" + i,
                        i < 10 ? List.of() : List.of("p" + (i - 10)),
                        List.of("src/m" + i + "/**", "docs/" + i + ".md")))
                .toList();
        long began = System.nanoTime();

        PlanGraph graph = new PlanGraph(nodes);
        assertThat(OwnershipOverlaps.of(graph, List.of())).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }
}
