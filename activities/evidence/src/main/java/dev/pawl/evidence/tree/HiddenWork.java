package dev.pawl.evidence.tree;

import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.SnapshotPath;
import dev.pawl.workspace.scan.IgnoredFile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files that an agent may believe to be its work, although an ignore rule of the base leaves them out of the result:
 * ignored files of a kind that the base tracks.
 */
public record HiddenWork(Workspace workspace) {
    private static final int NAMED = 5;

    /**
     * @param base paths of its files
     * @param since before any agent worked
     */
    public List<Finding> findings(Collection<String> base, Instant since) {
        Set<String> endings = base.stream()
                .map(path -> ending(SnapshotPath.text(path)))
                .filter(ending -> !ending.isEmpty())
                .collect(Collectors.toSet());
        return workspace.ignoredFiles(path -> endings.contains(ending(path)), since).stream()
                .limit(NAMED)
                .map(HiddenWork::finding)
                .toList();
    }

    private static Finding finding(IgnoredFile file) {
        return new Finding(
                FindingKind.HIDDEN_BY_IGNORE,
                file.path(),
                "%s is ignored by %s, so it is no part of the result; put it elsewhere, or ask for another rule"
                        .formatted(file.path(), file.rule()),
                true);
    }

    private static String ending(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 ? path.substring(dot) : "";
    }
}
