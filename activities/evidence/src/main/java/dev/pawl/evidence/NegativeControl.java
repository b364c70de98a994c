package dev.pawl.evidence;

import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.snapshot.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Asks whether a check that went from red to green did so because of the work: the declared files are put back to the
 * base, all else stays as the agent left it, and the check has to be red again. If it is not, something else makes it
 * green.
 */
final class NegativeControl {
    /** A text for people beside the work; that no check needs it says nothing. */
    private static final Pattern PROSE =
            Pattern.compile("(?i)(?:.*/)?(?:[^/]+\\.(?:md|rst|adoc)|changelog[^/]*|licen[cs]e[^/]*|notice)");

    private final TaskRequest request;
    private final CheckRuns runs;
    private final Workspace workspace;

    NegativeControl(TaskRequest request, CheckRuns runs, Workspace workspace) {
        this.request = request;
        this.runs = runs;
        this.workspace = workspace;
    }

    /**
     * @param work changed files that the task declares; with nothing but prose, nothing is asked
     * @return one blocking finding for each check that is green without the work
     */
    List<Finding> findings(
            String snapshot, Set<String> work, List<Change> changes, List<CheckSpec> checks, Baseline baseline) {
        List<CheckSpec> turned = checks.stream()
                .filter(check -> wasRed(check, baseline))
                .map(CheckSpec::once)
                .toList();
        if (turned.isEmpty()
                || work.stream().allMatch(path -> PROSE.matcher(path).matches())) {
            return List.of();
        }
        List<CheckSpec> green = green(snapshot, work, turned, baseline);
        if (green.isEmpty()) {
            return List.of();
        }
        Optional<String> cause = cause(snapshot, work, changes, green.getFirst(), baseline);
        return green.stream().map(check -> finding(check, work, cause)).toList();
    }

    /** Whether one of these checks is red without these files. */
    boolean needed(String snapshot, Set<String> paths, List<CheckSpec> checks, Baseline baseline) {
        List<CheckSpec> once = checks.stream().map(CheckSpec::once).toList();
        return green(snapshot, paths, once, baseline).size() < once.size();
    }

    /** A check that asks for no new failures is met by the base itself, whatever is red there. */
    private static boolean wasRed(CheckSpec check, Baseline baseline) {
        return check.must() == Must.PASS
                && baseline.evidence().stream()
                        .filter(before -> before.name().equals(check.name()))
                        .anyMatch(before -> !before.satisfied());
    }

    /** The changed file without which, and without the work, the check is red; looked for while time is left. */
    private Optional<String> cause(
            String snapshot, Set<String> work, List<Change> changes, CheckSpec check, Baseline baseline) {
        Set<String> others = new TreeSet<>();
        changes.forEach(change -> others.addAll(change.paths()));
        others.removeAll(work);
        if (others.size() == 1) {
            return Optional.of(others.iterator().next());
        }
        long end = System.nanoTime() + StepTime.once(request, List.of(check)).toNanos();
        for (String path : others) {
            if (System.nanoTime() - end >= 0) {
                break;
            }
            Set<String> back = new HashSet<>(work);
            back.add(path);
            if (green(snapshot, back, List.of(check), baseline).isEmpty()) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** The checks that are green with these paths put back, in a directory where nothing was built before. */
    private List<CheckSpec> green(String snapshot, Set<String> back, List<CheckSpec> checks, Baseline baseline) {
        return runs.inCheckout(
                "control",
                place -> workspace.checkoutMixed(snapshot, workspace.base(), back, place),
                checkout -> runs.setup(request.setup(), checkout).isEmpty()
                        ? checks.stream()
                                .filter(check ->
                                        runs.check(check, checkout, baseline).satisfied())
                                .toList()
                        : List.of());
    }

    private static Finding finding(CheckSpec check, Set<String> work, Optional<String> cause) {
        return new Finding(
                FindingKind.GREEN_WITHOUT_WORK,
                cause.orElse(""),
                "check '%s' is green without the change of %s%s"
                        .formatted(
                                check.name(),
                                Verification.some(List.copyOf(work)),
                                cause.map(path -> "; what makes it green is " + path)
                                        .orElse("")),
                true);
    }
}
