package dev.pawl.activities.check;

import dev.pawl.workflows.model.CheckSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything one run of a check says about its tests: report files written during the run, and what was printed. */
final class RunReports {
    private final ReportFiles inWorkspace;
    private final ReportFiles beside;

    RunReports(CheckSpec check, CheckPlace place) {
        List<String> globs = new ArrayList<>(new CheckCommand(check.run()).reports());
        if (check.junit() != null) {
            globs.add(check.junit());
        }
        this.inWorkspace = new ReportFiles(place.directory(), globs);
        this.beside = new ReportFiles(place.reports(), List.of("*.xml"));
    }

    void clear() throws IOException {
        inWorkspace.clear();
        beside.clear();
    }

    /** Names from files, where there are any, and completeness from both: a summary does not replace a missing report. */
    TestReport read(String output) throws IOException {
        TestReport printed = RunnerOutput.of(output);
        List<Path> files = new ArrayList<>(inWorkspace.find());
        files.addAll(beside.find());
        TestReport written = JUnitXml.read(files);
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
