package dev.pawl.evidence.obstacle;

import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.HostObstacle;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.StepTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A check that does not end on the untouched base, such as a test script that watches for changes. */
public final class TimedOut {
    private record Runner(String name, Pattern started, String once) {}

    private static final List<Runner> RUNNERS = List.of(
            new Runner("react-scripts test", Pattern.compile("\\breact-scripts\\s+test\\b"), "--watchAll=false"),
            new Runner("ng test", Pattern.compile("\\bng\\s+(?:test|t)\\b"), "--watch=false --browsers=ChromeHeadless"),
            new Runner("karma", Pattern.compile("\\bkarma\\s+start\\b"), "--single-run"),
            new Runner("vitest", Pattern.compile("\\bvitest\\b"), "--run"),
            new Runner("jest", Pattern.compile("\\bjest\\b"), "--watch=false --watchAll=false"),
            new Runner("mocha", Pattern.compile("\\bmocha\\b"), "--no-watch"));
    private static final String ASKED_TO_WATCH = "(?<![\\w-])--watch(?:-?[aA]ll)?(?![\\w=-]|\\s+false\\b)"
            + "|--watch(?:All)?=true|\\bnodemon\\b|\\bwatchexec\\b|\\bvitest\\s+(?:watch|dev)\\b";
    private static final Pattern FLAG = Pattern.compile("\\s+--watch(?:-?[aA]ll)?(?:=true)?(?![\\w=-])");
    private static final Pattern SURELY = Pattern.compile(ASKED_TO_WATCH);
    private static final Pattern WATCHES = Pattern.compile(
            ASKED_TO_WATCH
                    + "|\\bchokidar\\b|\\bng\\s+(?:test|t)\\b(?!.*--(?:no-watch|watch[= ]false))|\\bkarma\\s+start\\b(?!.*--single-run)");
    private static final Pattern WAITING = Pattern.compile("(?im)^.*(?:Watch Usage|waiting for (?:file )?changes"
            + "|watching for (?:file )?changes|press [`\"']?[qhw][`\"']? to |Watching for file changes"
            + "|clean exit - waiting for changes).*$");

    private TimedOut() {}

    static Optional<HostObstacle> of(RedBase red) {
        if (red.evidence().state() != CheckState.TIMED_OUT) {
            return Optional.empty();
        }
        boolean watches = commands(red).anyMatch(run -> WATCHES.matcher(run).find())
                || WAITING.matcher(red.output()).find();
        return Optional.of(watches ? watching(red) : slow(red));
    }

    /** Whether the command, or a script that it starts, asks a runner to watch, so that it does not end by itself. */
    public static boolean watches(CheckSpec check, CheckFiles reached) {
        return Stream.concat(Stream.of(check.run()), reached.started().getOrDefault(check.name(), List.of()).stream())
                .anyMatch(run -> SURELY.matcher(run).find());
    }

    private static HostObstacle watching(RedBase red) {
        String reason = "it watches for changes instead of ending";
        return RUNNERS.stream()
                .filter(runner -> commands(red)
                        .anyMatch(run -> runner.started().matcher(run).find()))
                .findFirst()
                .map(runner -> red.run(
                        reason + " (" + runner.name() + ")", once(red.check().run(), runner.once())))
                .orElseGet(() -> red.obstacle(reason, "name a command under 'checks' that runs the tests once"));
    }

    /** npm passes on only what follows two hyphens. */
    private static String once(String command, String arguments) {
        boolean npm = Pattern.compile("\\bnpm\\b").matcher(command).find() && !command.contains(" -- ");
        String ending = FLAG.matcher(command).replaceAll("");
        return ending + (npm ? " -- " : " ") + arguments;
    }

    private static HostObstacle slow(RedBase red) {
        Duration timeout = red.check().timeout();
        return red.obstacle(
                "it ran longer than its timeout of %s before any work".formatted(StepTime.text(timeout)),
                "add to the task file: checks: [{ name: %s, run: %s, timeout: %s }]"
                        .formatted(
                                RedBase.quoted(red.check().name()),
                                RedBase.quoted(red.check().run()),
                                StepTime.text(timeout.multipliedBy(3))));
    }

    private static Stream<String> commands(RedBase red) {
        return Stream.concat(Stream.of(red.check().run()), red.started().stream());
    }
}
