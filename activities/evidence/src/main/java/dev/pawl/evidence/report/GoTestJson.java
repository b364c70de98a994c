package dev.pawl.evidence.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code go test -json}: one event per line. Names and counts are those of {@link GoTestOutput} with {@code -v}. */
final class GoTestJson implements RunnerOutput {
    private final Tally tally = new Tally();
    private final Map<String, Integer> tests = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> none = new HashSet<>();

    private GoTestJson() {}

    static TestReport of(List<String> lines) {
        return new GoTestJson().read(lines);
    }

    @Override
    public TestReport read(List<String> lines) {
        JsonLines.with("\"Action\":\"", lines)
                .filter(event -> event.hasNonNull("Package"))
                .forEach(this::event);
        if (!open.isEmpty()) {
            tally.broke();
        }
        return tally.empty() ? TestReport.NONE : tally.report("go test");
    }

    private void event(JsonNode event) {
        String name = event.get("Package").asText();
        String test = event.path("Test").asText("");
        String action = event.path("Action").asText();
        switch (action) {
            case "start", "run" -> open.add(name + " " + test);
            case "output" -> {
                if (event.path("Output").asText().contains("[no tests to run]")) {
                    none.add(name);
                }
            }
            case "pass", "fail", "skip" -> {
                open.remove(name + " " + test);
                if (test.isEmpty()) {
                    closed(name, action, event.hasNonNull("FailedBuild"));
                } else {
                    tests.merge(name, 1, Integer::sum);
                    tally.test(name + "." + test, status(action));
                }
            }
            default -> {
                // Events of benchmarks and pauses are not results.
            }
        }
    }

    private void closed(String name, String action, boolean unbuilt) {
        tally.ended();
        boolean empty = none.contains(name);
        if (action.equals("pass") && !empty && !tests.containsKey(name)) {
            // The process ended before the first test, with exit code 0.
            tally.test(name, TestStatus.BROKEN);
            tally.broke();
        } else if (!action.equals("skip")) {
            boolean red = action.equals("fail");
            tally.test(
                    name,
                    unbuilt
                            ? TestStatus.BROKEN
                            : red ? TestStatus.FAILED : empty ? TestStatus.SKIPPED : TestStatus.PASSED);
            tally.count(unbuilt || empty ? 0 : 1, red ? 1 : 0, 0);
        }
    }

    private static TestStatus status(String action) {
        return switch (action) {
            case "pass" -> TestStatus.PASSED;
            case "skip" -> TestStatus.SKIPPED;
            default -> TestStatus.FAILED;
        };
    }
}
