package dev.pawl.evidence.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Jest and Vitest with a JSON report on standard output: one line with all results. */
final class JestJson implements RunnerOutput {
    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        JsonLines.with("\"numTotalTests\":", lines).forEach(report -> {
            tally.ended();
            int failed = report.path("numFailedTests").asInt();
            int skipped = report.path("numPendingTests").asInt()
                    + report.path("numTodoTests").asInt();
            tally.count(report.path("numPassedTests").asInt() + failed, failed, skipped);
            report.path("testResults").forEach(file -> file(file, tally));
        });
        return tally.empty() ? TestReport.NONE : tally.report("jest");
    }

    private static void file(JsonNode file, Tally tally) {
        String name = file.path("name").asText();
        JsonNode tests = file.path("assertionResults");
        if (tests.isEmpty() && file.path("status").asText().equals("failed")) {
            tally.test(name, TestStatus.BROKEN);
            tally.count(0, 1, 0);
        }
        tests.forEach(test -> tally.test(
                name + " > " + test.path("fullName").asText(),
                switch (test.path("status").asText()) {
                    case "passed" -> TestStatus.PASSED;
                    case "failed" -> TestStatus.FAILED;
                    default -> TestStatus.SKIPPED;
                }));
    }
}
