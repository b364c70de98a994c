package dev.pawl.evidence;

import dev.pawl.evidence.protect.GrantedChanges;
import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.tree.SnapshotTree;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes an agent's result checkable: no process of the agent runs any more, and the tests of the base are restored. */
final class AgentResult {
    private static final int MAX_FINDINGS = 20;

    private final HostNotes notes;
    private final String label;
    private final Workspace workspace;
    private final ProtectedFiles files;
    private final SnapshotTree base;

    AgentResult(
            EvidenceHost host, AssessIteration input, Workspace workspace, ProtectedFiles files, SnapshotTree base) {
        this.notes = host.notes(input.taskId());
        this.label = "it-" + input.iteration();
        this.workspace = workspace;
        this.files = files;
        this.base = base;
    }

    /**
     * @param ended number of processes that had to be ended
     * @param findings receives the findings
     * @return the snapshot to check, which the workspace now holds
     */
    Snapshot settle(int ended, List<Finding> findings) {
        Snapshot now = workspace.snapshotNamed(label, label + "-agent");
        Optional<AgentState> before = notes.read(label, AgentState.class)
                .filter(state -> state.checkedTree().equals(now.tree()));
        String left = before.map(AgentState::commit).orElse(now.commit());
        List<Finding> leftovers = before.map(AgentState::leftovers).orElseGet(() -> leftovers(ended));
        SortedMap<String, Boolean> changed = changedProtected(left);
        workspace.restorePaths(workspace.base(), changed.keySet());
        Snapshot result = workspace.snapshot(label);
        notes.write(label, new AgentState(left, result.tree(), leftovers));
        findings.addAll(leftovers);
        restored(changed, findings);
        return result;
    }

    /** Paths to restore, with whether the agent removed them. */
    private SortedMap<String, Boolean> changedProtected(String left) {
        Set<String> kept = files.trusted();
        List<Change> changes = workspace.changes(workspace.base(), left);
        SnapshotTree after = new SnapshotTree(workspace, left);
        SortedMap<String, Boolean> changed = new TreeMap<>();
        for (Change change : changes) {
            change.paths().stream()
                    .filter(kept::contains)
                    .filter(path -> !files.grants().allow(change, path, changes, base, after))
                    .forEach(path -> changed.put(path, !after.has(path)));
        }
        return changed;
    }

    private static List<Finding> leftovers(int ended) {
        return ended == 0
                ? List.of()
                : List.of(new Finding(
                        FindingKind.LEFTOVER_PROCESS,
                        "",
                        "%d processes that the agent left running were ended".formatted(ended),
                        false));
    }

    /** Removed files come first: if the removal was asked for, the result is not what the task wants. */
    private static void restored(SortedMap<String, Boolean> changed, List<Finding> findings) {
        Stream.of(true, false)
                .flatMap(gone -> changed.keySet().stream()
                        .filter(path -> gone.equals(changed.get(path)))
                        .map(path -> restored(path, gone)))
                .limit(MAX_FINDINGS)
                .forEach(findings::add);
    }

    private static Finding restored(String path, boolean gone) {
        String detail =
                "was %s and put back as it was in the base, since checks trust it; leave it, or declare it in %s"
                        .formatted(gone ? "removed" : "changed", GrantedChanges.key(path, gone));
        return gone
                ? Finding.asking(FindingKind.PROTECTED_CHANGED, path, detail)
                : new Finding(FindingKind.PROTECTED_CHANGED, path, detail, false);
    }
}
