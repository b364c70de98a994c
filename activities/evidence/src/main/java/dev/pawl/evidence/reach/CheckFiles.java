package dev.pawl.evidence.reach;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.request.CheckSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Files of the base that checks reach through their commands: scripts, what these start, tests that a runner finds by
 * its own patterns, and configuration. Found by reading; nothing is run, so files that only a running program opens are
 * missing.
 *
 * @param files how the check reaches the file, in one line for people, by path
 * @param scripts names of the scripts that checks start, by the path of a {@code package.json}
 * @param started the programs that it starts, with their arguments, by the name of a check
 * @param shown like {@code started}, but only programs that always run and whose output is part of the check's
 */
public record CheckFiles(
        SortedMap<String, String> files,
        Map<String, Set<String>> scripts,
        Map<String, List<String>> started,
        Map<String, List<String>> shown) {
    /** @param start the directory in which checks start; empty for the top of the tree */
    public static CheckFiles of(List<CheckSpec> checks, FileTree base, String start) {
        Trail trail = new Trail(base, new Place(start));
        for (CheckSpec check : checks) {
            trail.check(check.name(), check.run());
        }
        return new CheckFiles(trail.files(), trail.scripts(), trail.started(), trail.shown());
    }

    /** The path that a word of a command names; empty if it is outside of the tree. */
    public static Optional<String> path(String start, String word) {
        return start.isEmpty() ? Optional.of(word) : new Place(start).resolve(word);
    }
}
