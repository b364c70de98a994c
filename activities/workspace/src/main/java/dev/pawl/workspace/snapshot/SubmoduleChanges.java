package dev.pawl.workspace.snapshot;

import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.git.RawPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Changes of files that belong to another repository. */
public final class SubmoduleChanges {
    private SubmoduleChanges() {}

    /**
     * Changes in submodules, unless a task owns them explicitly. A task that owns other paths only has findings of
     * {@link Ownership} already.
     *
     * @param submodules raw paths
     */
    public static List<Finding> findings(Collection<String> submodules, List<String> owns, List<Change> changes) {
        List<Finding> findings = new ArrayList<>();
        if (submodules.isEmpty() || !owns.isEmpty()) {
            return findings;
        }
        for (Change change : changes) {
            for (String path : change.paths()) {
                containing(submodules, RawPath.raw(path))
                        .ifPresent(submodule -> findings.add(new Finding(
                                FindingKind.OUTSIDE_OWNERSHIP,
                                path,
                                "%s is in submodule %s, which is another repository; undo it, or name it under 'owns'"
                                        .formatted(path, RawPath.display(submodule)),
                                true)));
            }
        }
        return findings;
    }

    /** The submodule that has a raw path. */
    public static Optional<String> containing(Collection<String> submodules, String path) {
        return submodules.stream()
                .filter(submodule -> path.equals(submodule) || path.startsWith(submodule + "/"))
                .findFirst();
    }
}
