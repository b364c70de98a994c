package dev.pawl.evidence;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.workflows.model.evidence.CheckEvidence;
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
