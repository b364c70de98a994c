package dev.pawl.activities.evidence;

import dev.pawl.activities.check.TestReport;
import dev.pawl.workflows.model.CheckEvidence;
import java.util.List;
import java.util.Map;

/**
 * What the checks showed before any agent ran.
 *
 * @param base the snapshot they ran on
 * @param reports test by test, by the name of the check
 */
record Baseline(String base, List<CheckEvidence> evidence, Map<String, TestReport> reports) {
    Baseline {
        evidence = List.copyOf(evidence);
        reports = Map.copyOf(reports);
    }

    TestReport report(String check) {
        return reports.getOrDefault(check, TestReport.NONE);
    }
}
