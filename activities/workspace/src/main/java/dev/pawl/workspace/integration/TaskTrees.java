package dev.pawl.workspace.integration;

import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.UncommittedPaths;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.snapshot.RawChange;
import java.util.List;

/**
 * What a task started from and what it made of it, as trees of the integration repository: only what the task changed
 * differs, with the line ends that the repository keeps.
 *
 * @param base tree
 * @param result tree
 */
record TaskTrees(String base, String result) {
    /** @throws WorkspaceUnusableException if the task did not start from a commit of this repository */
    static TaskTrees of(GitDirectory repository, Workspace workspace, String snapshot) {
        String head = workspace.record().head();
        if (head == null || repository.commit(head).isEmpty()) {
            throw new WorkspaceUnusableException(
                    "the task did not start from a commit of %s, so it cannot be merged there"
                            .formatted(repository.directory()));
        }
        try (TreeDraft draft = new TreeDraft(repository, workspace.shadow())) {
            draft.begin(head);
            List<String> taken = UncommittedPaths.of(workspace);
            String base = taken.isEmpty() ? repository.tree(head) : draft.with(workspace.base(), taken);
            List<String> changed =
                    RawChange.parse(workspace.shadow().rawChanges(workspace.base(), snapshot, false)).stream()
                            .map(RawChange::path)
                            .toList();
            return new TaskTrees(base, draft.with(snapshot, changed));
        }
    }
}
