package dev.pawl.evidence;

import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.host.file.Removal;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.SnapshotPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs green checks once more where nothing but the snapshot is: no ignored file, no build output, nothing an agent
 * installed. A check that had tests in the base runs there without the tests the result added, since code in a test file
 * can change what its neighbours prove.
 */
final class Verification {
    private final TaskRequest request;
    private final ProtectedFiles files;
    private final CheckRuns runs;

    Verification(TaskRequest request, ProtectedFiles files, CheckRuns runs) {
        this.request = request;
        this.files = files;
        this.runs = runs;
    }

    /** @return what differs from the workspace; empty where all is green again */
    List<Finding> differences(
            Workspace workspace, String snapshot, FileTree base, List<CheckSpec> checks, Baseline baseline) {
        return runs.inCheckout("clean", place -> workspace.checkout(snapshot, place), checkout -> {
            String failure = runs.setup(request.setup(), checkout);
            return failure.isEmpty()
                    ? run(workspace.files(snapshot), base, checks, baseline, checkout)
                    : List.of(finding(failure));
        });
    }

    private List<Finding> run(
            List<String> result, FileTree base, List<CheckSpec> checks, Baseline baseline, Path checkout) {
        List<Finding> findings = new ArrayList<>();
        for (CheckSpec check : checks) {
            if (!hadTests(check, baseline)) {
                run(check, baseline, checkout, "", findings);
            }
        }
        List<String> added =
                result.stream().filter(path -> files.addedTest(path, base)).toList();
        added.forEach(path -> Removal.remove(SnapshotPath.resolve(checkout, path)));
        String without = added.isEmpty() ? "" : ", without the tests it added (%s)".formatted(some(added));
        for (CheckSpec check : checks) {
            if (hadTests(check, baseline)) {
                run(check, baseline, checkout, without, findings);
            }
        }
        return findings;
    }

    private void run(CheckSpec check, Baseline baseline, Path checkout, String without, List<Finding> findings) {
        CheckEvidence evidence = runs.check(check, checkout, baseline);
        if (!evidence.satisfied()) {
            String why = evidence.excerpt()
                    .lines()
                    .findFirst()
                    .orElse(evidence.state().wire());
            findings.add(finding("check '%s' is green in the workspace and red on a clean checkout of the result%s: %s"
                    .formatted(check.name(), without, why)));
        }
    }

    private static boolean hadTests(CheckSpec check, Baseline baseline) {
        return !baseline.report(check.name()).tests().isEmpty()
                || baseline.report(check.name()).ran() > 0;
    }

    /** The first of them, for a sentence. */
    static String some(List<String> paths) {
        String first = String.join(", ", paths.subList(0, Math.min(3, paths.size())));
        return paths.size() > 3 ? first + ", …" : first;
    }

    private static Finding finding(String detail) {
        return new Finding(FindingKind.CLEAN_CHECKOUT_DIFFERS, "", detail, true);
    }
}
