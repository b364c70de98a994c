package dev.pawl.api.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds packages that may run at the same time and own the same path. */
public final class OwnershipOverlaps {
    /** Enough to see what is wrong. */
    private static final int MOST = 50;

    private static final String EVERYTHING = "**";

    private final PlanGraph graph;
    private final Collection<String> directories;
    private final Map<String, PathGlob> globs = new HashMap<>();

    private OwnershipOverlaps(PlanGraph graph, Collection<String> directories) {
        this.graph = graph;
        this.directories = directories;
    }

    /**
     * One for each pair of packages that overlap and do not need each other, directly or through others; at most 50.
     *
     * @param directories of the repository whose name has an extension; may be empty if they are not known
     */
    public static List<GraphFault.Overlap> of(PlanGraph graph, Collection<String> directories) {
        return new OwnershipOverlaps(graph, directories).find();
    }

    private List<GraphFault.Overlap> find() {
        List<BitSet> ancestors = graph.ancestors();
        List<GraphFault.Overlap> found = new ArrayList<>();
        for (int second = 1; second < ancestors.size(); second++) {
            for (int first = 0; first < second && found.size() < MOST; first++) {
                if (!ancestors.get(second).get(first) && !ancestors.get(first).get(second)) {
                    overlap(first, second).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<GraphFault.Overlap> overlap(int first, int second) {
        PackageNode mine = graph.packages().get(second);
        PackageNode theirs = graph.packages().get(first);
        for (String glob : owned(mine)) {
            for (String other : owned(theirs)) {
                Optional<String> path = glob(glob).overlap(glob(other));
                if (path.isPresent()) {
                    return Optional.of(new GraphFault.Overlap(
                            second, mine.owns().indexOf(glob), mine.id(), glob, theirs.id(), other, path.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> owned(PackageNode each) {
        return each.owns().isEmpty() ? List.of(EVERYTHING) : each.owns();
    }

    private PathGlob glob(String text) {
        return globs.computeIfAbsent(text, pattern -> PathGlob.of(pattern, directories));
    }
}
