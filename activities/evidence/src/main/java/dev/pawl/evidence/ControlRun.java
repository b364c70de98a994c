package dev.pawl.evidence;

import dev.pawl.evidence.check.CheckResult;
import dev.pawl.evidence.tree.PutBack;
import dev.pawl.evidence.tree.SnapshotTree;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.SnapshotPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Runs checks on a result with some of its paths put back to the base, in a directory without earlier build output. */
final class ControlRun {
    /** The result of a check in this run. */
    enum Seen {
        GREEN,
        RED_AS_BEFORE,
        RED_OTHERWISE
    }

    /** @param reason why a red result differs from the base's; otherwise empty */
    record Outcome(Seen seen, String reason) {
        boolean green() {
            return seen == Seen.GREEN;
        }
    }

    /** By the names of the checks. */
    record Outcomes(Map<String, Outcome> checks) {
        static final Outcomes NONE = new Outcomes(Map.of());

        Optional<Outcome> find(CheckSpec check) {
            return Optional.ofNullable(checks.get(check.name()));
        }

        boolean anyRed() {
            return checks.values().stream().anyMatch(seen -> !seen.green());
        }

        /** @throws java.util.NoSuchElementException for a check that did not run */
        Outcome of(CheckSpec check) {
            return find(check).orElseThrow();
        }
    }

    private final TaskRequest request;
    private final CheckRuns runs;
    private final Workspace workspace;
    private final SnapshotTree base;
    private final String snapshot;
    private final Baseline baseline;

    ControlRun(
            TaskRequest request,
            CheckRuns runs,
            Workspace workspace,
            SnapshotTree base,
            String snapshot,
            Baseline baseline) {
        this.request = request;
        this.runs = runs;
        this.workspace = workspace;
        this.base = base;
        this.snapshot = snapshot;
        this.baseline = baseline;
    }

    /**
     * @param back paths put back to the base
     * @param emptied regular files of the result that lose their content
     */
    Outcomes of(Set<String> back, Set<String> emptied, List<CheckSpec> checks) {
        return runs.inCheckout("control", place -> fill(place, back, emptied), checkout -> {
            String failure = runs.setup(request.setup(), checkout);
            Map<String, Outcome> outcomes = new HashMap<>();
            for (CheckSpec check : checks) {
                outcomes.put(
                        check.name(),
                        failure.isEmpty()
                                ? outcome(check, checkout, back, emptied)
                                : new Outcome(Seen.RED_OTHERWISE, failure));
            }
            return new Outcomes(outcomes);
        });
    }

    private void fill(Path place, Set<String> back, Set<String> emptied) {
        workspace.checkoutMixed(snapshot, workspace.base(), withObstacles(back), place);
        try {
            for (String path : emptied) {
                Files.write(SnapshotPath.resolve(place, path), new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty a file of a checkout", e);
        }
    }

    /** A file of the result where the base has a directory, or the reverse, has to go too. */
    private Set<String> withObstacles(Set<String> back) {
        NavigableSet<String> result = new TreeSet<>(workspace.files(snapshot));
        Set<String> all = new HashSet<>(back);
        for (String path : back) {
            if (base.has(path)) {
                SnapshotPath.directories(path).stream().filter(result::contains).forEach(all::add);
                all.addAll(result.subSet(path + "/", path + "0"));
            }
        }
        return all;
    }

    private Outcome outcome(CheckSpec check, Path checkout, Set<String> back, Set<String> emptied) {
        PutBack wanted = new PutBack(base, back, emptied);
        if (!wanted.holds(checkout)) {
            return new Outcome(Seen.RED_OTHERWISE, "the setup writes these files itself");
        }
        CheckResult result = runs.result(check, checkout, baseline);
        if (baseline.redOf(check.name()).gone(result)) {
            // If the check itself makes a file anew, that file was not really put back.
            return wanted.holds(checkout)
                    ? new Outcome(Seen.GREEN, "")
                    : new Outcome(Seen.RED_OTHERWISE, "the check writes these files itself");
        }
        return baseline.redOf(check.name()).is(result)
                ? new Outcome(Seen.RED_AS_BEFORE, "")
                : new Outcome(Seen.RED_OTHERWISE, result.evidence().reason());
    }
}
