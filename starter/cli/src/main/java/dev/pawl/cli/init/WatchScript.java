package dev.pawl.cli.init;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Test scripts that wait for changes instead of ending. */
final class WatchScript {
    /**
     * @param name of the runner in notes
     * @param started finds the runner in a script
     * @param always whether it watches unless a script says otherwise
     * @param once arguments with which it runs once
     */
    private record Runner(String name, Pattern started, boolean always, String once) {}

    private static final List<Runner> RUNNERS = List.of(
            runner(
                    "react-scripts test",
                    "\\breact-(?:app-)?(?:scripts|rewired)\\b.*\\btest\\b|\\bcraco\\s+test\\b",
                    true,
                    "--watchAll=false"),
            runner(
                    "ng test",
                    "\\bng\\s+(?:run\\s+\\S+:)?test\\b|\\bng\\s+t\\b",
                    true,
                    "--watch=false --browsers=ChromeHeadless"),
            runner("karma", "\\bkarma\\s+start\\b", true, "--single-run --browsers=ChromeHeadless"),
            runner("vitest", "\\bvitest\\b(?!\\s+(?:run|related|bench|list)\\b)", true, "--run"),
            runner("jest", "\\bjest\\b|\\bvue-cli-service\\s+test:unit\\b", false, "--watch=false --watchAll=false"),
            runner("mocha", "\\bmocha\\b", false, "--no-watch"),
            runner("web-test-runner", "\\b(?:web-test-runner|wtr)\\b", false, "--no-watch"));

    private static final Pattern WATCHES = Pattern.compile(
            "(?<![\\w-])(?:--watch(?:-?[aA]ll)?(?![\\w=-])|--watch(?:All)?=true|-w(?=\\s|$)|--ui(?![\\w-]))");
    private static final Pattern ONCE =
            Pattern.compile("--watch(?:All)?[= ]false|--no-watch|--single-?[rR]un|--run\\b|--ci\\b|\\bCI=(?:true|1)\\b"
                    + "|--configuration[= ]ci\\b");
    private static final Pattern WATCHER = Pattern.compile(
            "^(?:npx\\s+)?(?:nodemon|chokidar|onchange|watchexec|entr|tsc-watch|ts-node-dev|cypress\\s+open)\\b"
                    + "|\\bvitest\\s+(?:watch|dev)\\b"
                    + "|\\b(?:tsx|bun|turbo|nx)\\s+watch\\b");

    private WatchScript() {}

    private static Runner runner(String name, String started, boolean always, String once) {
        return new Runner(name, Pattern.compile(started), always, once);
    }

    static boolean watches(String script) {
        if (ONCE.matcher(script).find()) {
            return false;
        }
        return WATCHES.matcher(script).find()
                || WATCHER.matcher(script).find()
                || RUNNERS.stream()
                        .anyMatch(runner -> runner.always()
                                && runner.started().matcher(script).find());
    }

    /** Arguments with which a script that watches ends; empty if it is not known how. */
    static Optional<String> once(String script) {
        return WATCHER.matcher(script).find()
                ? Optional.empty()
                : RUNNERS.stream()
                        .filter(runner -> runner.started().matcher(script).find())
                        .findFirst()
                        .map(Runner::once);
    }
}
