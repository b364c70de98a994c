package dev.pawl.evidence;

import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.ChangeKind;
import dev.pawl.workspace.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Runs the setup of a workspace again if its files differ from those that it last ran on: the checks look at what setup
 * builds from them.
 */
final class SetupAgain {
    private static final String NOTE = "setup";

    private final HostNotes notes;
    private final Workspace workspace;
    private final CheckRuns runs;

    /** @param tree the files that setup last ran on */
    private record LastRun(String tree) {}

    SetupAgain(HostNotes notes, Workspace workspace, CheckRuns runs) {
        this.notes = notes;
        this.workspace = workspace;
        this.runs = runs;
    }

    /**
     * @param restored whether copied files were restored, which setup may have changed
     * @return the failure; the checks and a clean checkout decide what follows from it
     */
    Optional<Finding> run(List<SetupSpec> setup, Snapshot result, boolean restored) {
        String last = notes.read(NOTE, LastRun.class).map(LastRun::tree).orElseGet(workspace::baseTree);
        if (setup.isEmpty() || (!restored && last.equals(result.tree()))) {
            return Optional.empty();
        }
        String failure = runs.setup(setup, workspace.directory());
        putBack(result);
        if (failure.isEmpty()) {
            notes.write(NOTE, new LastRun(result.tree()));
            return Optional.empty();
        }
        return Optional.of(new Finding(FindingKind.SETUP_FAILED, "", "with the result, " + failure, false));
    }

    private void putBack(Snapshot result) {
        if (workspace.holds(result.tree())) {
            return;
        }
        String now = workspace.snapshot("after-setup").commit();
        List<String> changed = workspace.changes(result.commit(), now).stream()
                .filter(change -> change.kind() != ChangeKind.ADDED)
                .map(Change::paths)
                .flatMap(List::stream)
                .toList();
        workspace.restorePaths(result.commit(), changed);
    }
}
