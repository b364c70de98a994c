package dev.pawl.evidence.protect;

import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.PathGlob;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.git.SnapshotPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which files of the base a check trusts: the tests and runner configuration of the project, the files its command
 * reaches, and what the task protects. They are put back before any check runs. A file that the task declares as a result is
 * the work itself and never protected, except where {@code protect} says so too.
 */
public final class ProtectedFiles {
    private final List<PathGlob> protect;
    private final List<CheckCommand> commands;
    private final CheckFiles reached;
    private final Set<String> wanted;
    private final Set<String> owned;
    private final Set<String> named = new HashSet<>();

    /** @param base the tree that checks are followed through */
    public ProtectedFiles(TaskRequest request, List<CheckSpec> checks, FileTree base) {
        this.protect = PathGlob.all(request.protect());
        List<CheckCommand> given =
                checks.stream().map(check -> new CheckCommand(check.run())).toList();
        this.reached = CheckFiles.of(checks, base);
        Stream<CheckCommand> started = reached.started().values().stream()
                .flatMap(List::stream)
                .map(CheckCommand::new)
                .filter(command -> !command.opaque());
        this.commands = Stream.concat(given.stream(), started).toList();
        this.wanted = SnapshotPath.named(request.files());
        this.owned = SnapshotPath.named(request.owns());
        given.forEach(command -> named.addAll(command.paths()));
    }

    /** Paths to restore, in order. */
    public Set<String> of(FileTree base) {
        Set<String> paths = new TreeSet<>();
        for (String path : base.files()) {
            if (isProtected(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** A test that only the agent's result has: it counts in addition, and the base's tests have to stand without it. */
    public boolean addedTest(String path, FileTree base) {
        return !base.has(path) && !wanted(path) && !named(path) && RunnerFiles.testCode(path);
    }

    /** Runner configuration that the base does not have and nobody asked for. */
    boolean unasked(String path, FileTree base) {
        return !base.has(path) && !wanted(path) && RunnerFiles.configuration(path, commands);
    }

    boolean wanted(String path) {
        return wanted.contains(path);
    }

    /** The scripts of a {@code package.json} that checks start; empty if it is not known which they start. */
    Set<String> scripts(String packageJson) {
        return reached.scripts().getOrDefault(packageJson, Set.of());
    }

    List<CheckCommand> commands() {
        return commands;
    }

    private boolean isProtected(String path) {
        if (PathGlob.any(protect, path)) {
            return true;
        }
        return !wanted(path)
                && (RunnerFiles.test(path)
                        || RunnerFiles.configuration(path, commands)
                        || (reached.files().containsKey(path) && !RunnerFiles.mixed(path) && !owned.contains(path)));
    }

    /** Named in a command line, itself or through its directory. */
    private boolean named(String path) {
        return named.contains(path) || named.stream().anyMatch(name -> name.endsWith("/") && path.startsWith(name));
    }
}
