package dev.pawl.activities.check;

import dev.pawl.activities.workspace.SnapshotPath;
import dev.pawl.workflows.model.CheckSpec;
import dev.pawl.workflows.model.TaskRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files of the base a check trusts: the tests and runner configuration of the project, the files its command line
 * names, and what the task protects. They are put back before any check runs. A file that the task declares as a result is
 * the work itself and never protected, except where {@code protect} says so too.
 */
public final class ProtectedFiles {
    private final List<PathGlob> protect;
    private final List<CheckCommand> commands;
    private final Set<String> wanted;
    private final Set<String> owned;
    private final Set<String> named = new HashSet<>();

    public ProtectedFiles(TaskRequest request, List<CheckSpec> checks) {
        this.protect = PathGlob.all(request.protect());
        this.commands =
                checks.stream().map(check -> new CheckCommand(check.run())).toList();
        this.wanted = SnapshotPath.named(request.files());
        this.owned = SnapshotPath.named(request.owns());
        commands.forEach(command -> named.addAll(command.paths()));
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
                        || (named(path) && !RunnerFiles.mixed(path) && !owned.contains(path)));
    }

    /** Named in a command line, itself or through its directory. */
    private boolean named(String path) {
        return named.contains(path) || named.stream().anyMatch(name -> name.endsWith("/") && path.startsWith(name));
    }
}
