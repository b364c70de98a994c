package dev.pawl.evidence.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** {@code cargo test -- --format json}: events of suites and tests. */
final class CargoTestJson implements RunnerOutput {
    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        int[] open = {0};
        JsonLines.with("\"type\":", lines).forEach(event -> {
            String kind = event.path("type").asText();
            String what = event.path("event").asText();
            if (kind.equals("suite") && what.equals("started")) {
                open[0]++;
            } else if (kind.equals("suite") && event.has("passed")) {
                open[0]--;
                tally.ended();
                int failed = event.path("failed").asInt();
                tally.count(
                        event.path("passed").asInt() + failed,
                        failed,
                        event.path("ignored").asInt());
            } else if (kind.equals("test") && !what.equals("started")) {
                test(event, what, tally);
            }
        });
        if (open[0] > 0) {
            tally.broke();
        }
        return tally.empty() ? TestReport.NONE : tally.report("cargo test");
    }

    private static void test(JsonNode event, String what, Tally tally) {
        TestStatus status = switch (what) {
            case "ok" -> TestStatus.PASSED;
            case "ignored" -> TestStatus.SKIPPED;
            default -> TestStatus.FAILED;
        };
        tally.test(event.path("name").asText(), status);
    }
}
