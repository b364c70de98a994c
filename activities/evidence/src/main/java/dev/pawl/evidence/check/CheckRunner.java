package dev.pawl.evidence.check;

import dev.pawl.evidence.report.PlainText;
import dev.pawl.evidence.report.TestReport;
import dev.pawl.host.process.ProcessResult;
import dev.pawl.host.process.ProcessSpec;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.ProcessWatch;
import dev.pawl.host.process.ProgramNotFoundException;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.StepTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Runs checks. A red check is a result; only a fault of the machinery is an exception. Thread-safe if each call has its
 * own place.
 */
public final class CheckRunner {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ProcessSupervisor supervisor;
    private final CheckEnvironment environment;
    private final Redaction redaction;
    private final OutputStore store;

    /** @param own the worker's environment, of which checks get only what tools need */
    public CheckRunner(ProcessSupervisor supervisor, Map<String, String> own, Redaction redaction, OutputStore store) {
        this.supervisor = supervisor;
        this.environment = new CheckEnvironment(own);
        this.redaction = redaction;
        this.store = store;
    }

    /**
     * Runs a check, and repeats it while it is red and retries are left.
     *
     * @param before the report of the baseline; {@link TestReport#NONE} for the baseline itself
     * @param expected what the run has to show besides its exit code
     * @throws CancellationException if {@code cancelled} returns true; no process of the check runs any more
     * @throws IOException if it cannot be run or its output cannot be stored
     */
    public CheckResult run(
            CheckSpec check, CheckPlace place, TestReport before, Expectation expected, BooleanSupplier cancelled)
            throws IOException, InterruptedException {
        CheckResult first = once(check, place, before, expected, cancelled);
        CheckResult result = first;
        for (int retry = 0; retry < check.retries() && !result.evidence().satisfied(); retry++) {
            result = once(check, place, before, expected, cancelled);
        }
        boolean flaky = !first.evidence().satisfied() && result.evidence().satisfied();
        return flaky ? new CheckResult(flaky(result.evidence(), first.evidence()), result.report()) : result;
    }

    /** Expects only what follows from the command itself, not from the scripts that it starts. */
    public CheckResult run(CheckSpec check, CheckPlace place, TestReport before, BooleanSupplier cancelled)
            throws IOException, InterruptedException {
        return run(check, place, before, Expectation.of(check), cancelled);
    }

    /**
     * Runs a setup command.
     *
     * @return the failure in one line; empty if the command exited with 0
     */
    public String setup(SetupSpec command, CheckPlace place, BooleanSupplier cancelled)
            throws IOException, InterruptedException {
        if (!place.startable()) {
            return "setup '%s': %s".formatted(command.run(), missing(place));
        }
        Scratch.prepare(place);
        BoundedOutput output = new BoundedOutput();
        ProcessResult result =
                execute(command.run(), place, environment.in(place), command.timeout(), output, cancelled);
        if (result.succeeded()) {
            return "";
        }
        String excerpt = Excerpt.of("", redaction(place).clean(output.text())).replace('\n', ' ');
        return "setup '%s' %s: %s".formatted(command.run(), setupEnd(command, result), excerpt);
    }

    /** Names of variables that the worker has and checks get only if the task names them. */
    public Set<String> variables() {
        return environment.variables();
    }

    /** Those of these variables that the worker does not have. */
    public List<String> unset(List<String> names) {
        return environment.unset(names);
    }

    private static String setupEnd(SetupSpec command, ProcessResult result) {
        return switch (result.end()) {
            case TIMED_OUT, IDLE ->
                "ran longer than %s; give it more with 'timeout' under 'setup' in the task file"
                        .formatted(StepTime.text(command.timeout()));
            case CANCELLED, EXITED -> "failed with exit code " + result.exitCode();
        };
    }

    private CheckResult once(
            CheckSpec check, CheckPlace place, TestReport before, Expectation expected, BooleanSupplier cancelled)
            throws IOException, InterruptedException {
        if (!place.startable()) {
            return new CheckResult(notStarted(check, missing(place)), TestReport.NONE);
        }
        Scratch.prepare(place);
        RunReports reports = new RunReports(check, expected, place);
        reports.clear();
        BoundedOutput output = new BoundedOutput();
        try {
            ProcessResult result =
                    execute(check.run(), place, environment.watched(place), check.timeout(), output, cancelled);
            String text = output.text();
            CheckRun run =
                    new CheckRun(result.exitCode(), reports.read(text).renamed(new PlaceFreeNames(place.directory())));
            Verdict verdict = Verdict.of(check, run, before, expected).unless(NothingMade.reason(text, place.start()));
            return new CheckResult(evidence(check, run, result, text, verdict, redaction(place)), run.report());
        } catch (ProgramNotFoundException e) {
            return new CheckResult(notStarted(check, String.valueOf(e.getMessage())), TestReport.NONE);
        }
    }

    private ProcessResult execute(
            String command,
            CheckPlace place,
            Map<String, String> variables,
            Duration timeout,
            BoundedOutput output,
            BooleanSupplier cancelled)
            throws IOException, InterruptedException {
        ProcessSpec spec = new ProcessSpec(
                List.of("/bin/sh", "-c", command),
                place.start(),
                variables,
                null,
                place.runTag(),
                timeout,
                timeout,
                GRACE,
                place.sandbox(),
                place.protection());
        ProcessResult result = supervisor.run(spec, output, new ProcessWatch() {
            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean();
            }
        });
        // Whatever its end: a newer attempt may have ended it.
        if (result.end() == ProcessResult.End.CANCELLED || cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled while '%s' ran".formatted(command));
        }
        return result;
    }

    private Redaction redaction(CheckPlace place) {
        return redaction.with(environment.secrets(place));
    }

    private CheckEvidence evidence(
            CheckSpec check, CheckRun run, ProcessResult result, String output, Verdict verdict, Redaction redaction) {
        String clean = redaction.clean(output);
        return new CheckEvidence(
                check.name(),
                state(run, result, verdict),
                run.exitCode(),
                verdict.satisfied(),
                run.report().ran(),
                names(verdict.red(), redaction),
                names(verdict.newlyRed(), redaction),
                Excerpt.of(reason(check, result, verdict), clean),
                clean.isEmpty() ? null : store.put(clean),
                result.duration().toMillis());
    }

    private static CheckState state(CheckRun run, ProcessResult result, Verdict verdict) {
        return switch (result.end()) {
            case TIMED_OUT, IDLE -> CheckState.TIMED_OUT;
            case CANCELLED, EXITED -> run.exitedGreen() && verdict.satisfied() ? CheckState.PASSED : CheckState.FAILED;
        };
    }

    private static String reason(CheckSpec check, ProcessResult result, Verdict verdict) {
        return result.end() == ProcessResult.End.EXITED
                ? verdict.reason()
                : "ran longer than its timeout of " + StepTime.text(check.timeout());
    }

    private static List<String> names(List<String> names, Redaction redaction) {
        return names.stream()
                .limit(CheckEvidence.MAX_NAMES)
                .map(name -> redaction.clean(PlainText.of(name)))
                .map(name -> name.length() <= 300 ? name : name.substring(0, 300))
                .toList();
    }

    private static String missing(CheckPlace place) {
        return "the directory '%s', in which it starts, does not exist or is a link".formatted(place.within());
    }

    private static CheckEvidence notStarted(CheckSpec check, String why) {
        return new CheckEvidence(
                check.name(), CheckState.NOT_STARTED, null, false, 0, List.of(), List.of(), why, null, 0);
    }

    private static CheckEvidence flaky(CheckEvidence green, CheckEvidence red) {
        return new CheckEvidence(
                green.name(),
                CheckState.FLAKY,
                green.exitCode(),
                true,
                green.tests(),
                red.failures(),
                red.newFailures(),
                red.excerpt(),
                green.output(),
                green.durationMillis() + red.durationMillis());
    }
}
