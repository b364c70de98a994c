package dev.pawl.evidence;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.CheckSpec;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs checks and notices if tests or other files that checks trust were written meanwhile, for example replaced and
 * restored. Files that a check also writes on the untouched base are excepted.
 */
final class WatchedChecks {
    private static final int MAX_FINDINGS = 5;

    private final CheckRuns runs;
    private final Baseline baseline;
    private final Set<String> trusted;

    /** @param trusted files of the base that are restored before checks run */
    WatchedChecks(CheckRuns runs, Baseline baseline, Collection<String> trusted) {
        this.runs = runs;
        this.baseline = baseline;
        this.trusted = new TreeSet<>(trusted);
        this.trusted.removeAll(baseline.written());
    }

    CheckEvidence check(CheckSpec check, Path directory, List<Finding> findings) {
        FileMarks marks = FileMarks.of(directory, trusted);
        CheckEvidence evidence = runs.check(check, directory, baseline);
        marks.written().stream()
                .limit(MAX_FINDINGS)
                .map(path -> new Finding(
                        FindingKind.MOVED_DURING_CHECKS,
                        path,
                        "was written while check '%s' ran, unlike on the base; files that checks trust must not change"
                                .formatted(check.name()),
                        true))
                .forEach(findings::add);
        return evidence;
    }
}
