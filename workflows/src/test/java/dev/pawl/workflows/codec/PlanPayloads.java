package dev.pawl.workflows.codec;

import dev.pawl.workflows.activity.plan.AskEnded;
import dev.pawl.workflows.activity.plan.AskSpent;
import dev.pawl.workflows.activity.plan.BriefAttempt;
import dev.pawl.workflows.activity.plan.Candidate;
import dev.pawl.workflows.activity.plan.EndedTasks;
import dev.pawl.workflows.activity.plan.FinishPlan;
import dev.pawl.workflows.activity.plan.IntegrateCall;
import dev.pawl.workflows.activity.plan.IntegrateResult;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.OpenIntegration;
import dev.pawl.workflows.activity.plan.PlanDelivery;
import dev.pawl.workflows.activity.plan.PlanSpent;
import dev.pawl.workflows.activity.plan.RecordProgress;
import dev.pawl.workflows.activity.plan.RegisterPlan;
import dev.pawl.workflows.activity.plan.ReleaseIntegration;
import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.AttemptView;
import dev.pawl.workflows.model.plan.Ejection;
import dev.pawl.workflows.model.plan.FromPlan;
import dev.pawl.workflows.model.plan.OnFailure;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.PlanChoice;
import dev.pawl.workflows.model.plan.PlanLimits;
import dev.pawl.workflows.model.plan.PlanMember;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanQuestion;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.model.plan.PlanView;
import dev.pawl.workflows.model.plan.PlanWord;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.NetworkAccess;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workflows.plan.person.AddPackage;
import dev.pawl.workflows.plan.person.ChangePackage;
import dev.pawl.workflows.plan.person.PackageAction;
import dev.pawl.workflows.plan.person.PlanAnswer;
import dev.pawl.workflows.plan.person.PlanReceipt;
import dev.pawl.workflows.plan.state.PlanCarried;
import dev.pawl.workflows.plan.state.PlanInput;
import dev.pawl.workflows.plan.state.Progress;
import dev.pawl.workflows.plan.state.Stopping;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One value of every kind with which plans cross the engine, with every field set. */
final class PlanPayloads {
    private static final Instant AT = Instant.parse("2030-01-02T03:04:05Z");
    private static final String PLAN = "p-abcdefghijkl";
    private static final String TASK = "p-abcdefghijkl.wp-1.1";
    private static final SandboxSpec SANDBOX = new SandboxSpec(NetworkAccess.ALL);
    private static final WorkspaceSpec WORKSPACE =
            WorkspaceSpec.isolated("/shop").sandboxed(SANDBOX).copying(List.of(".env"));
    private static final PackageRequest PACKAGE = new PackageRequest(
            "wp-1",
            Samples.request(),
            List.of("wp-0"),
            List.of("package-lock.json"),
            3,
            Duration.ofMinutes(20),
            2,
            List.of("BUG-7"));
    private static final PackageRequest NEEDED = new PackageRequest("wp-0", Samples.request());
    private static final PlanRequest REQUEST = PlanRequest.builder(
                    "Seven packages", WORKSPACE, List.of(NEEDED, PACKAGE))
            .limits(new PlanLimits(3, new BigDecimal("25.5"), 9_000L, Duration.ofHours(2)))
            .setup(List.of(new SetupSpec("npm ci")))
            .checks(List.of(Samples.CHECK))
            .onFailure(OnFailure.ASK)
            .deliver(DeliverMode.BRANCH)
            .branch("shop/plan")
            .squash(true)
            .labels(List.of("shop"))
            .environment(List.of("DATABASE_URL"))
            .build();
    private static final IntegrationHead HEAD = new IntegrationHead("host", "/home/plans/p/integration", "commit");
    private static final Verdict RED = new Verdict.Red("wp-1", "unit", "1 failed");
    private static final PlanQuestion QUESTION = new PlanQuestion("q", "wp-1", "Go on?", AT);
    private static final TaskEnded ENDED =
            new TaskEnded(TASK, "wp-1", 1, Outcome.ACCEPTED, Cause.NONE, "proven", "base", "snapshot");
    private static final PackageView VIEW = new PackageView(
            "wp-1",
            "Package",
            PackageState.INTEGRATED,
            "done",
            true,
            List.of(new AttemptView(
                    1,
                    TASK,
                    AT,
                    AT,
                    Outcome.ACCEPTED,
                    "proven",
                    new Ejection("red", "check 'unit' fails", List.of("a.txt"), "1 failed", AT))),
            AT,
            AT,
            AT,
            AT,
            "commit");

    private PlanPayloads() {}

    static List<Object> all() {
        return List.of(
                new PlanInput(REQUEST, carried()),
                new PlanMember(PLAN, "wp-1", 1, "host"),
                new PlanOutcome(
                        PlanStatus.PARTIAL,
                        Cause.NEEDS_PERSON,
                        "1 of 2 packages integrated",
                        "commit",
                        Delivery.delivered("applied"),
                        List.of(VIEW)),
                new PlanView("Seven packages", PlanStatus.WAITING, "Go on?", QUESTION, "commit", AT, List.of(VIEW)),
                new PlanReceipt(PlanStatus.PAUSED, "nothing new starts"),
                new PackageAction("wp-1", "use records", "ann"),
                new PlanAnswer("q", PlanChoice.RETRY, "once more", "ann"),
                new AddPackage(PACKAGE, "ann"),
                new ChangePackage("wp-1", Prompt.inline("do"), List.of("a/**"), List.of("b"), "needed", "ann"),
                new FromPlan(PlanWord.INSTRUCT, "use records", "ann"),
                ENDED,
                new RegisterPlan(PLAN, "run", REQUEST),
                new BriefAttempt(PLAN, "wp-1", 2, Prompt.inline("do"), List.of("be brief"), TASK, RED),
                Prompt.inline("do"),
                new RecordProgress(
                        PLAN,
                        PlanStatus.RUNNING,
                        "integrating",
                        QUESTION,
                        HEAD,
                        "base",
                        List.of(VIEW),
                        List.of(PACKAGE)),
                new AskSpent(PLAN),
                new PlanSpent(new BigDecimal("2.25"), 1_000),
                new AskEnded(PLAN, List.of(TASK)),
                new EndedTasks(List.of(ENDED)),
                new FinishPlan(
                        PLAN,
                        new PlanOutcome(
                                PlanStatus.ACCEPTED,
                                Cause.NONE,
                                "2 of 2 packages integrated",
                                "commit",
                                Delivery.NONE,
                                List.of(VIEW))),
                new OpenIntegration(PLAN, WORKSPACE),
                HEAD,
                new IntegrateCall(
                        PLAN,
                        HEAD,
                        List.of(new Candidate(
                                "wp-1", TASK, "Package", "base", "snapshot", List.of("a/**"), List.of("b"), "proven")),
                        List.of(new SetupSpec("npm ci")),
                        List.of(Samples.CHECK),
                        SANDBOX,
                        List.of("DATABASE_URL")),
                new IntegrateResult(
                        "commit",
                        List.of(
                                new Verdict.Integrated("wp-0", "commit"),
                                new Verdict.Conflict("wp-1", List.of("a.txt")),
                                RED,
                                new Verdict.Trespass("wp-2", List.of("b.txt")),
                                new Verdict.Empty("wp-3"))),
                new PlanDelivery(
                        PLAN, "Seven packages", HEAD, "base", WORKSPACE, DeliverMode.BRANCH, "shop/plan", true),
                new ReleaseIntegration(PLAN, WORKSPACE));
    }

    private static PlanCarried carried() {
        return new PlanCarried(
                new Registration("host", List.of("PawlStatus", "PawlPlan")),
                HEAD,
                "base",
                AT,
                List.of(
                        new Progress(VIEW, true, true, ENDED, RED, List.of("be brief"), 1, 2),
                        new Progress(VIEW, false, false, ENDED, RED, List.of(), 0, 0)),
                List.of("wp-1"),
                true,
                new Stopping(Cause.BUDGET, "the budget is spent", true),
                QUESTION,
                List.of("wp-0"),
                true,
                List.of("update-1"));
    }
}
