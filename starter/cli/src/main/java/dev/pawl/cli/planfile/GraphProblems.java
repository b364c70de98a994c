package dev.pawl.cli.planfile;

import dev.pawl.api.plan.GraphFault;
import dev.pawl.api.plan.OwnershipOverlaps;
import dev.pawl.api.plan.PlanGraph;
import dev.pawl.cli.text.Nearest;
import dev.pawl.cli.yaml.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports what is wrong with the packages together, each at its place in the file. */
final class GraphProblems {
    /** Needs that get a hint: each is compared with all ids. */
    private static final int MOST_HINTS = 100;

    private final Problems problems;
    private int hints;

    GraphProblems(Problems problems) {
        this.problems = problems;
    }

    /** @param repository null if it is not known */
    void report(List<ReadPackage> all, @Nullable RepositoryFiles repository) {
        List<ReadPackage> packages =
                all.stream().filter(each -> !each.planned().id().isEmpty()).toList();
        PlanGraph graph = new PlanGraph(
                packages.stream().map(each -> each.planned().node()).toList());
        graph.faults().forEach(fault -> report(fault, packages));
        if (graph.faults().stream().noneMatch(GraphFault.Cycle.class::isInstance)) {
            OwnershipOverlaps.of(graph, repository == null ? List.of() : repository.ambiguousDirectories())
                    .forEach(fault -> report(fault, packages));
            if (repository != null) {
                new UnmatchedGlobs(problems, repository, graph).report(packages);
            }
        }
    }

    private void report(GraphFault fault, List<ReadPackage> packages) {
        ReadPackage at = packages.get(fault.at());
        switch (fault) {
            case GraphFault.DuplicateId duplicate ->
                problems.at(at.keys().place("id"), duplicate.reason(), "give one of them another id");
            case GraphFault.UnknownNeed unknown ->
                problems.at(
                        at.item("needs", unknown.id()),
                        "packages.needs: " + unknown.reason(),
                        hint(unknown.id(), packages));
            case GraphFault.Cycle cycle ->
                problems.at(at.keys().place("needs"), cycle.reason(), "remove one of the needs");
            case GraphFault.Overlap overlap ->
                problems.at(
                        at.item("owns", overlap.glob()),
                        overlap.reason(),
                        "give the path to one of them, or let one need the other");
        }
    }

    private @Nullable String hint(String id, List<ReadPackage> packages) {
        if (++hints > MOST_HINTS) {
            return null;
        }
        List<String> ids = packages.stream().map(each -> each.planned().id()).toList();
        return Nearest.to(id, ids).map(near -> "did you mean '" + near + "'?").orElse(null);
    }
}
