package dev.pawl.evidence;

import dev.pawl.evidence.protect.Granted;
import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Control;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.SnapshotPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs green checks once more in a clean checkout of the snapshot: without ignored files, build output, or anything an
 * agent installed. A check that had tests in the base runs without the tests that the result added, since code in a
 * test file can change what other tests prove.
 */
final class Verification {
    private final TaskRequest request;
    private final ProtectedFiles files;
    private final Granted granted;
    private final Map<String, String> inline;
    private final CheckRuns runs;
    private final Retries retries;

    /** @param inline texts of product files with the tests of the base in them, by path */
    Verification(
            TaskRequest request,
            ProtectedFiles files,
            Granted granted,
            Map<String, String> inline,
            CheckRuns runs,
            Retries retries) {
        this.request = request;
        this.files = files;
        this.granted = granted;
        this.inline = inline;
        this.runs = runs;
        this.retries = retries;
    }

    /** @return differences from the workspace; empty if everything is green again */
    List<Finding> differences(
            Workspace workspace, String snapshot, FileTree base, List<CheckSpec> checks, Baseline baseline) {
        Set<String> trusted = files.trusted();
        List<String> added = workspace.files(snapshot).stream()
                .filter(path -> files.addedTest(path, base) && !granted.added().contains(path))
                .toList();
        List<String> left =
                Stream.concat(added.stream(), inline.keySet().stream()).toList();
        Map<Boolean, List<CheckSpec>> byTests = checks.stream()
                .collect(Collectors.partitioningBy(check -> !left.isEmpty() && hadTests(check, baseline)));
        List<Finding> findings = new ArrayList<>(run(
                byTests.getOrDefault(false, List.of()),
                baseline,
                trusted,
                "",
                place -> workspace.checkout(snapshot, place)));
        findings.addAll(run(
                byTests.getOrDefault(true, List.of()),
                baseline,
                trusted,
                ", without the tests it added (%s)".formatted(Control.some(left)),
                place -> withoutAdded(workspace, snapshot, added, place)));
        return findings;
    }

    private List<Finding> run(
            List<CheckSpec> checks, Baseline baseline, Set<String> trusted, String without, Consumer<Path> fill) {
        if (checks.isEmpty()) {
            return List.of();
        }
        return runs.inCheckout("clean", fill, checkout -> {
            String failure = runs.setup(request.setup(), checkout);
            if (!failure.isEmpty()) {
                return List.of(finding(failure));
            }
            List<Finding> findings = new ArrayList<>();
            WatchedChecks watched = new WatchedChecks(runs, baseline, trusted);
            checks.forEach(check -> run(check, watched, checkout, without, findings));
            return findings;
        });
    }

    private void run(CheckSpec check, WatchedChecks watched, Path checkout, String without, List<Finding> findings) {
        CheckEvidence evidence = watched.check(check, checkout, findings);
        for (int left = retries.further(check, evidence); left > 0 && evidence.satisfied(); left--) {
            evidence = watched.check(check, checkout, findings);
        }
        if (!evidence.satisfied()) {
            String why = evidence.excerpt()
                    .lines()
                    .findFirst()
                    .orElse(evidence.state().wire());
            findings.add(finding("check '%s' is green in the workspace and red on a clean checkout of the result%s: %s"
                    .formatted(check.name(), without, why)));
        }
    }

    private void withoutAdded(Workspace workspace, String snapshot, List<String> added, Path place) {
        workspace.checkoutMixed(snapshot, workspace.base(), Set.copyOf(added), place);
        inline.forEach((path, text) -> write(SnapshotPath.resolve(place, path), text));
    }

    private static void write(Path file, String text) {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the tests of the base could not be put into " + file.getFileName(), e);
        }
    }

    private static boolean hadTests(CheckSpec check, Baseline baseline) {
        return !baseline.report(check.name()).tests().isEmpty()
                || baseline.report(check.name()).ran() > 0;
    }

    private static Finding finding(String detail) {
        return new Finding(FindingKind.CLEAN_CHECKOUT_DIFFERS, "", detail, true);
    }
}
