package dev.pawl.evidence;

import dev.pawl.evidence.check.BaseRed;
import dev.pawl.evidence.check.CheckResult;
import dev.pawl.evidence.check.Expectation;
import dev.pawl.evidence.protect.ExcusedTests;
import dev.pawl.evidence.report.TestReport;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The results of the checks before any agent ran.
 *
 * @param base the snapshot they ran on
 * @param reports results of the single tests, by the name of the check
 * @param written files of the base that the checks themselves wrote
 * @param expected what later runs have to show, by the name of the check
 * @param own the files that belong to the checks because they were read, by path, with the reason
 * @param note why reads were not observed; empty if they were
 * @param counted names of checks with tests whose names differ in each run
 */
record Baseline(
        String base,
        List<CheckEvidence> evidence,
        Map<String, TestReport> reports,
        Set<String> written,
        Map<String, Expectation> expected,
        Map<String, String> own,
        String note,
        List<String> counted) {
    Baseline {
        evidence = List.copyOf(evidence);
        reports = Map.copyOf(reports);
        written = Set.copyOf(written);
        expected = Map.copyOf(expected);
        own = Map.copyOf(own);
        counted = List.copyOf(counted);
    }

    Baseline withWritten(Set<String> files) {
        return new Baseline(base, evidence, reports, files, expected, own, note, counted);
    }

    /** Whether a check has to become green and was not green on the base. */
    boolean red(CheckSpec check) {
        return check.must() == Must.PASS
                && evidence.stream()
                        .filter(before -> before.name().equals(check.name()))
                        .anyMatch(before -> !before.satisfied());
    }

    /** Whether a check that had to become green did. */
    boolean turned(CheckSpec check, List<CheckEvidence> checked) {
        return red(check) && checked.stream().anyMatch(now -> now.name().equals(check.name()) && now.satisfied());
    }

    /** A copy without the tests that the task allows to be removed. */
    Baseline without(ExcusedTests excused) {
        Map<String, TestReport> fewer = new LinkedHashMap<>();
        reports.forEach((check, report) -> fewer.put(check, excused.without(report)));
        return new Baseline(base, evidence, fewer, written, expected, own, note, counted);
    }

    TestReport report(String check) {
        return reports.getOrDefault(check, TestReport.NONE);
    }

    /** @throws java.util.NoSuchElementException for a check that did not run */
    BaseRed redOf(String check) {
        CheckEvidence before = evidence.stream()
                .filter(one -> one.name().equals(check))
                .findFirst()
                .orElseThrow();
        return new BaseRed(new CheckResult(before, report(check)));
    }

    Expectation expected(CheckSpec check) {
        return expected.getOrDefault(check.name(), Expectation.of(check));
    }
}
