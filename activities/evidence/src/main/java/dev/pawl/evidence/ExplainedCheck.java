package dev.pawl.evidence;

import dev.pawl.evidence.check.CheckDetection;
import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.tree.CommittedFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.Subtree;
import dev.pawl.workflows.model.evidence.CheckFile;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * A check and the files that are its own, as far as its command and the names of files show it. What only a run shows is
 * observed by the baseline of a task.
 */
public record ExplainedCheck(CheckSpec check, List<CheckFile> files) {
    /**
     * The checks of a task, or those that would be detected, on the commit that its workspace has checked out. Nothing is
     * run but git.
     *
     * @throws IllegalArgumentException saying why nothing can be said of this workspace
     */
    public static List<ExplainedCheck> of(TaskRequest request) {
        FileTree base = new CommittedFiles(Path.of(request.workspace().source()));
        List<CheckSpec> checks = request.checks().isEmpty()
                ? CheckDetection.of(Subtree.of(base, request.workspace().start()))
                : request.checks();
        return checks.stream()
                .map(check -> new ExplainedCheck(check, new ProtectedFiles(request, List.of(check), base).checkFiles()))
                .toList();
    }
}
