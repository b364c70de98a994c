package dev.pawl.evidence.check;

import dev.pawl.evidence.report.JUnitXml;
import dev.pawl.evidence.report.RunnerOutput;
import dev.pawl.evidence.report.TestReport;
import dev.pawl.workflows.model.request.CheckSpec;
import java.io.IOException;
import java.util.List;

/** All test results of one run of a check: report files written during the run, and printed output. */
final class RunReports {
    private final ReportFiles usual;
    private final ReportFiles named;
    private final ReportFiles beside;

    RunReports(CheckSpec check, Expectation expected, CheckPlace place) {
        this.usual = new ReportFiles(place.directory(), place.within(), expected.reports());
        this.named = new ReportFiles(
                place.directory(), place.within(), check.junit() == null ? List.of() : List.of(check.junit()));
        this.beside = new ReportFiles(place.reports(), "", List.of("*.xml"));
    }

    void clear() throws IOException {
        usual.clear();
        beside.clear();
        named.remember();
    }

    /**
     * Names come from report files if any exist; both have to be complete, since a summary does not replace a missing
     * report.
     */
    TestReport read(String output) throws IOException {
        TestReport printed = RunnerOutput.of(output);
        JUnitXml xml = new JUnitXml();
        usual.read(xml);
        named.read(xml);
        beside.read(xml);
        TestReport written = xml.report();
        if (!written.recognised()) {
            return printed;
        }
        boolean complete = written.complete() && (!printed.recognised() || printed.complete());
        return new TestReport(
                printed.recognised() ? printed.runner() : written.runner(),
                complete,
                written.ran(),
                Math.max(written.failed(), printed.failed()),
                written.skipped(),
                written.tests(),
                true,
                true);
    }
}
