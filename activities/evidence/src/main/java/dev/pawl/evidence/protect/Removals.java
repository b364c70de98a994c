package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.git.SnapshotPath;
import java.util.List;
import java.util.Set;

/** Whether the paths that a task wants removed are gone. */
public record Removals(List<String> paths) {
    /** One for each path; blocking if the path still exists. */
    public List<Finding> findings(FileTree result) {
        return paths.stream().map(path -> finding(path, result)).toList();
    }

    private static Finding finding(String path, FileTree result) {
        Set<String> meant = SnapshotPath.named(List.of(path));
        boolean there = result.files().stream().anyMatch(file -> SnapshotPath.within(meant, file));
        String detail = there ? "still exists, but 'removes' lists it" : "is gone";
        return new Finding(FindingKind.REMOVAL, path, detail, there);
    }
}
