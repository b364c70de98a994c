package dev.pawl.evidence;

import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns what an agent left into what can be checked: nothing of it runs any more, and the base's tests are back. */
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
     * @param ended how many processes had to be ended
     * @param findings where what was seen is added
     * @return the snapshot to check, which is what the workspace now holds
     */
    Snapshot settle(int ended, List<Finding> findings) {
        Snapshot now = workspace.snapshotNamed(label, label + "-agent");
        Optional<AgentState> before = notes.read(label, AgentState.class)
                .filter(state -> state.checkedTree().equals(now.tree()));
        String left = before.map(AgentState::commit).orElse(now.commit());
        List<Finding> leftovers = before.map(AgentState::leftovers).orElseGet(() -> leftovers(ended));
        Set<String> changed = changedProtected(left);
        workspace.restorePaths(workspace.base(), changed);
        Snapshot result = workspace.snapshot(label);
        notes.write(label, new AgentState(left, result.tree(), leftovers));
        findings.addAll(leftovers);
        restored(changed, findings);
        return result;
    }

    private Set<String> changedProtected(String left) {
        Set<String> kept = files.of(base);
        Set<String> changed = new TreeSet<>();
        for (Change change : workspace.changes(workspace.base(), left)) {
            change.paths().stream().filter(kept::contains).forEach(changed::add);
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

    private static void restored(Set<String> changed, List<Finding> findings) {
        changed.stream()
                .limit(MAX_FINDINGS)
                .map(path -> new Finding(
                        FindingKind.PROTECTED_CHANGED,
                        path,
                        "was changed and put back as it was in the base, since checks trust it;"
                                + " a task that wants it changed declares it in 'files'",
                        false))
                .forEach(findings::add);
    }
}
