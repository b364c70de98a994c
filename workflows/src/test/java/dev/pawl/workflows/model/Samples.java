package dev.pawl.workflows.model;

import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.VerifyMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests, reports and evidence that tests vary. */
public final class Samples {
    public static final CheckSpec CHECK =
            new CheckSpec("unit", "python3 -m unittest", Duration.ofMinutes(2), Must.PASS, 0, null);

    private Samples() {}

    public static TaskRequest request() {
        return request(Limits.DEFAULT, List.of(), true);
    }

    public static TaskRequest request(Limits limits, List<Breakpoint> breakpoints, boolean interactive) {
        return TaskRequest.builder(
                        "Calculator", Prompt.inline("Create calculator.py"), AgentSpec.command(List.of("true")))
                .limits(limits)
                .files(List.of("calculator.py"))
                .checks(List.of(CHECK))
                .breakpoints(breakpoints)
                .labels(List.of("demo"))
                .interactive(interactive)
                .build();
    }

    /** A task whose accepted result is applied to its directory. */
    public static TaskRequest delivering() {
        return delivering(request(), DeliverMode.APPLY);
    }

    /** A task with several agents. */
    public static TaskRequest request(Limits limits, boolean interactive, AgentSpec first, AgentSpec... others) {
        TaskRequest one = request(limits, List.of(), interactive);
        return one.toBuilder().agent(first).fallbacks(List.of(others)).build();
    }

    public static TaskRequest delivering(TaskRequest one, DeliverMode mode) {
        return with(one, one.setup(), one.checks(), one.verify(), mode);
    }

    /** A task with these commands. */
    public static TaskRequest request(List<SetupSpec> setup, List<CheckSpec> checks, VerifyMode verify) {
        TaskRequest one = request();
        return with(one, setup, checks, verify, one.deliver());
    }

    private static TaskRequest with(
            TaskRequest one, List<SetupSpec> setup, List<CheckSpec> checks, VerifyMode verify, DeliverMode mode) {
        return one.toBuilder()
                .setup(setup)
                .checks(checks)
                .verify(verify)
                .deliver(mode)
                .build();
    }

    public static Limits iterations(int iterations) {
        Limits base = Limits.DEFAULT;
        return new Limits(iterations, base.turns(), base.time(), base.idle(), base.costUsd(), base.tokens());
    }

    public static AgentReport report(Ending ending) {
        return report(ending, null);
    }

    public static AgentReport report(Ending ending, @Nullable String question) {
        return AgentReport.builder(ending, "the agent said " + ending.wire())
                .session(UUID.randomUUID())
                .question(question)
                .usage(new Usage(100, 10, 0, 0, new BigDecimal("0.01"), 1))
                .durationMillis(1000)
                .build();
    }

    public static Evidence green(String tree) {
        return evidence(tree, true, List.of());
    }

    public static Evidence red(String tree) {
        return evidence(tree, false, List.of());
    }

    public static Evidence evidence(String tree, boolean green, List<Finding> findings) {
        CheckEvidence check = new CheckEvidence(
                CHECK.name(),
                green ? CheckState.PASSED : CheckState.FAILED,
                green ? 0 : 1,
                green,
                3,
                green ? List.of() : List.of("test_add"),
                List.of(),
                green ? "OK" : "FAIL: test_add",
                null,
                120);
        return new Evidence(
                "commit-" + tree,
                tree,
                new DiffSummary(1, 12, 0, true, null),
                List.of(new FileEvidence("calculator.py", true, false, true)),
                List.of(check),
                findings,
                green);
    }
}
