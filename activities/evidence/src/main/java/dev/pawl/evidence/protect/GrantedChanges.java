package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.PathGlob;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.git.SnapshotPath;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.ChangeKind;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which changes of the base's tests and check files a task allows, except in files that {@code protect} names. */
public final class GrantedChanges {
    /** A line that may change with the names it refers to, even if only removals are allowed. */
    private static final Pattern NAMES =
            Pattern.compile("\\s*(?:import|from|use|package|#include|(?:const|let|var)\\b.*\\brequire\\()\\b?.*");

    private final List<PathGlob> protect;
    private final List<PathGlob> mayChange;
    private final List<PathGlob> mayRemove;
    private final Set<String> removes;

    GrantedChanges(TaskRequest request) {
        this.protect = PathGlob.all(request.protect());
        this.mayChange = PathGlob.all(request.tests().mayChange());
        this.mayRemove = PathGlob.all(request.tests().mayRemove());
        this.removes = SnapshotPath.named(request.removes());
    }

    /** Whether the task allows this file to change or to be renamed. */
    boolean mayChange(String path) {
        return PathGlob.any(mayChange, path) && !PathGlob.any(protect, path);
    }

    boolean mayRemove(String path) {
        return (PathGlob.any(mayRemove, path) || toBeGone(path)) && !PathGlob.any(protect, path);
    }

    /**
     * Whether a file of the base may stay as an agent left it.
     *
     * @param path of the base, one of the change's paths
     * @param all changes of the result, which may include a successor of a removed file
     */
    public boolean allow(Change change, String path, List<Change> all, FileTree base, FileTree left) {
        return switch (change.kind()) {
            case ADDED, TYPE_CHANGED -> false;
            case MODIFIED -> mayChange(path) || (mayRemove(path) && onlyRemoves(base.text(path), left.text(path)));
            case RENAMED -> mayChange(path) || mayRemove(path);
            case DELETED -> mayRemove(path) || (mayChange(path) && all.stream().anyMatch(one -> follows(one, path)));
        };
    }

    /** The key of a task file that would allow the change. */
    public static String key(String path, boolean gone) {
        return gone
                ? "'removes: [%1$s]' or 'tests: { may-remove: [%1$s] }'".formatted(path)
                : "'files' or 'tests: { may-change: [%s] }'".formatted(path);
    }

    /** The same for tests inside a file of the work. */
    public static String testsKey(String path) {
        return "'tests: { may-change: [%s] }'".formatted(path);
    }

    /**
     * Whether a new file may succeed a removed one that may change: a rename with too many differences to be detected.
     */
    static boolean follows(Change added, String path) {
        return added.kind() == ChangeKind.ADDED
                && (name(added.path()).equals(name(path))
                        || (RunnerFiles.testCode(added.path())
                                && ending(added.path()).equals(ending(path))));
    }

    private boolean toBeGone(String path) {
        return SnapshotPath.within(removes, path);
    }

    private static boolean onlyRemoves(String before, String after) {
        Iterator<String> old = before.lines().iterator();
        for (String line : after.lines().toList()) {
            if (line.isBlank() || NAMES.matcher(line).matches()) {
                continue;
            }
            boolean found = false;
            while (!found && old.hasNext()) {
                found = old.next().stripTrailing().equals(line.stripTrailing());
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
