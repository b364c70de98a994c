package dev.pawl.evidence.reach;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.request.CheckSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Files of the base that checks reach by what their commands say: scripts, what these start, tests that a runner finds by
 * itself, and configuration. Found by reading, nothing is run; what a program opens while it runs is not among them.
 *
 * @param files by path, how a check comes to the file, in one line for people
 * @param scripts by the path of a {@code package.json}, the names of its scripts that checks start
 * @param started by the name of a check, the programs that it starts, with their arguments
 * @param shown as {@code started}, but only programs that are run in any case, with their output in that of the check
 */
public record CheckFiles(
        SortedMap<String, String> files,
        Map<String, Set<String>> scripts,
        Map<String, List<String>> started,
        Map<String, List<String>> shown) {
    public static CheckFiles of(List<CheckSpec> checks, FileTree base) {
        Trail trail = new Trail(base);
        for (CheckSpec check : checks) {
            trail.check(check.name(), check.run());
        }
        return new CheckFiles(trail.files(), trail.scripts(), trail.started(), trail.shown());
    }
}
