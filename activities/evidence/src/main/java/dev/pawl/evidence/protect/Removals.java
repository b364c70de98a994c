package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.git.SnapshotPath;
import java.util.List;
import java.util.Set;

/** Whether the paths that a task wants gone are gone. */
public record Removals(List<String> paths) {
    /** One for each path; blocking if it is still there. */
    public List<Finding> findings(FileTree result) {
        return paths.stream().map(path -> finding(path, result)).toList();
    }

    private static Finding finding(String path, FileTree result) {
        Set<String> meant = SnapshotPath.named(List.of(path));
        boolean there = result.files().stream().anyMatch(file -> SnapshotPath.within(meant, file));
        String detail = there ? "is still there, and 'removes' wants it gone" : "is gone";
        return new Finding(FindingKind.REMOVAL, path, detail, there);
    }
}
