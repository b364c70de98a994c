package dev.pawl.workflows.codec;

import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.activity.reap.HostReaped;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.activity.reap.ReapCounts;
import dev.pawl.workflows.activity.reap.RowsReaped;
import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.AskPerson;
import dev.pawl.workflows.activity.task.CloseQuestion;
import dev.pawl.workflows.activity.task.ComposePrompt;
import dev.pawl.workflows.activity.task.ComposedPrompt;
import dev.pawl.workflows.activity.task.DecideIteration;
import dev.pawl.workflows.activity.task.Decided;
import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.activity.task.HostHeard;
import dev.pawl.workflows.activity.task.LastHeard;
import dev.pawl.workflows.activity.task.MoveTask;
import dev.pawl.workflows.activity.task.OverBudget;
import dev.pawl.workflows.activity.task.ProviderUse;
import dev.pawl.workflows.activity.task.PublishProgress;
import dev.pawl.workflows.activity.task.RegisterTask;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.activity.task.RemindPerson;
import dev.pawl.workflows.activity.workspace.DeliverResult;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.activity.workspace.ReleaseWorkspace;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.breakpoint.BreakpointMoment;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Agreement;
import dev.pawl.workflows.model.evidence.CheckFile;
import dev.pawl.workflows.model.evidence.Control;
import dev.pawl.workflows.model.evidence.ControlState;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Proof;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.JudgeProvider;
import dev.pawl.workflows.model.request.JudgeServer;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.OnBreach;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskBreach;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TestChanges;
import dev.pawl.workflows.model.upkeep.Inconsistency;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import dev.pawl.workflows.model.wait.Escalation;
import dev.pawl.workflows.model.wait.WaitEnd;
import dev.pawl.workflows.model.wait.WaitSpec;
import dev.pawl.workflows.policy.PolicyInput;
import dev.pawl.workflows.reap.ReapReport;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.person.Extension;
import dev.pawl.workflows.task.state.Carried;
import dev.pawl.workflows.task.state.Granted;
import dev.pawl.workflows.task.state.TaskInput;
import dev.pawl.workflows.task.state.TaskView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One value of every kind that crosses the engine, with every field set. */
final class Payloads {
    private static final ContentRef REF = new ContentRef("ab".repeat(32), 42);
    private static final Instant AT = Instant.parse("2030-01-02T03:04:05Z");
    private static final String TASK = "t-abcdefghijkl";
    private static final JudgeSpec JUDGE = new JudgeSpec("clear names", "command", "m", List.of("judge"), 0.7, 0.5);
    private static final JudgeSpec SERVER_JUDGE =
            new JudgeSpec("clear names", null, "m", List.of(), 0.7, 0.5, new JudgeServer(JudgeProvider.OPENAI, 3));
    private static final Limits LIMITS = new Limits(
            7, 30, Duration.ofMinutes(30), Duration.ofMinutes(5), new BigDecimal("2.5"), 5_000_000L, TaskBreach.ASK);
    private static final TaskRequest REQUEST =
            Samples.request(LIMITS, List.of(new Breakpoint.At(BreakpointMoment.BEFORE_ACCEPT)), true).toBuilder()
                    .removes(List.of("old.py"))
                    .personWait(new WaitSpec(
                            List.of(Duration.ofHours(1)),
                            List.of(new Escalation(Duration.ofHours(4), "lead")),
                            Duration.ofDays(3),
                            WaitEnd.REJECT))
                    .tests(new TestChanges(List.of("tests/legacy/**"), List.of("tests/old/")))
                    .environment(List.of("DATABASE_URL"))
                    .build();
    private static final Proof PROOF = new Proof(
            List.of(new CheckFile("check.py", "check 'unit'", true)),
            List.of(new Control(
                    "unit",
                    ControlState.CONFIRMED,
                    List.of("calculator.py"),
                    List.of("calculator.py"),
                    List.of("calculator.py"),
                    "it needs no more")),
            List.of("which tests it runs"));
    private static final Evidence EVIDENCE = proven(Samples.evidence(
            "t1", false, List.of(new Finding(FindingKind.RUNNER_CONFIGURATION, "conftest.py", "is new", true))));
    private static final Judgement JUDGEMENT =
            new Judgement(0.8, List.of("no docstring"), "Which style?", "command", Usage.NONE);
    private static final AgentReport REPORT = AgentReport.builder(Ending.RATE_LIMITED, "limit reached")
            .session(new UUID(1, 2))
            .retryable(true)
            .resetsAt(AT)
            .question("Which units?")
            .reply(REF)
            .usage(new Usage(1, 2, 3, 4, new BigDecimal("0.5"), 6, new BigDecimal("0.2")))
            .durationMillis(789)
            .build();
    private static final ReapCounts COUNTS = new ReapCounts(9, 1, 8, 20, 2, 11, 1, 300, 1);
    private static final Inconsistency LOST = new Inconsistency(
            InconsistencyKind.ORPHAN_PROCESS, "w1", "host", "processes [7] of a worker", "end them", Repair.SAFE);
    private static final PolicyInput.Spent SPENT =
            new PolicyInput.Spent(new BigDecimal("0.5"), 789, 10, new BigDecimal("0.2"), 1);
    private static final PolicyInput.History HISTORY = new PolicyInput.History("f", "t0", 1);
    private static final Prepared PREPARED =
            new Prepared("base", "tree", List.of(Samples.CHECK), EVIDENCE.checks(), List.of("2 files were left out"));
    private static final Decision RETRY = new Decision.Retry(List.of("check 'unit' failed"));

    private Payloads() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        for (Object value : List.of(
                new TaskInput(REQUEST, carried(), null),
                new TaskOutcome(Outcome.PARTIAL, Cause.LIMIT, "all iterations are used", 7, "commit"),
                new TaskView("Calculator", TaskStatus.WAITING, 2, "waiting", "Which units?", RETRY),
                new Action("use decimals", "ann"),
                new Extension(2, new BigDecimal("2.25"), 1_000L, Duration.ofMinutes(5), "worth it", "ann"),
                new RegisterTask(TASK, "run", REQUEST),
                new Registration("host", List.of("PawlStatus", "PawlAgent")),
                new LastHeard("host"),
                new HostHeard(AT),
                new MoveTask(TASK, "host"),
                new ComposePrompt(TASK, 2, REQUEST, REF, List.of("use decimals")),
                new ComposedPrompt(REF),
                new AskAdmission(TASK, "claude-code", AT, true),
                new Admission(
                        false, AT, TASK, new OverBudget("the budget leaves nothing", AT, true, OnBreach.ASK), null),
                PrepareWorkspace.first(TASK, REQUEST),
                PREPARED,
                new DeliverResult(TASK, REQUEST, "base", "commit"),
                new Delivered(true, "applied"),
                new ReleaseWorkspace(TASK, REQUEST.workspace()),
                new Reap(true, false),
                new RowsReaped(COUNTS, List.of("host"), List.of(LOST), 1),
                new HostReaped(1, 2, 3, List.of(LOST), 4),
                new ReapReport(COUNTS, List.of("host"), 1, 2, 3, List.of(LOST), 4),
                runAgent(),
                REPORT,
                new AssessIteration(TASK, 2, REQUEST, PREPARED),
                EVIDENCE,
                new JudgeIteration(TASK, 2, JUDGE, Prompt.stored(REF), EVIDENCE),
                JUDGEMENT,
                new DecideIteration(
                        TASK, 2, "run-1/3", policyInput(), new ProviderUse("claude-code", AT, AT.plusSeconds(9))),
                new Decided(RETRY, 0.5, REF, SPENT),
                new AskPerson(
                        TASK + "/2/clarify",
                        TASK,
                        2,
                        "clarify",
                        "Which units?",
                        List.of("the agent asks"),
                        List.of(),
                        AT),
                new RemindPerson(TASK + "/2/clarify", TASK, 2, Duration.ofHours(4), "lead"),
                new CloseQuestion(TASK + "/2/clarify", TASK, "answered", "metres", "ann"),
                new PublishProgress(TASK, TaskStatus.RUNNING, 2, "checks", "unit"),
                new FinishTask(
                        TASK,
                        new TaskOutcome(
                                Outcome.ACCEPTED, Cause.NONE, "proven", 2, "commit", Delivery.delivered("applied"))))) {
            all.put(value.getClass().getSimpleName(), value);
        }
        PlanPayloads.all().forEach(value -> all.put(value.getClass().getSimpleName(), value));
        for (Decision decision : List.of(
                new Decision.Accept(List.of("proven")),
                RETRY,
                new Decision.Clarify("Which units?", List.of("the agent asks")),
                new Decision.Escalate("Go on?", List.of("stuck")),
                new Decision.Park(AT, List.of("limit")),
                new Decision.Fallback("codex", List.of("claude-code cannot go on: limit", "codex is next")),
                new Decision.Abort(Outcome.REJECTED, Cause.BUDGET, List.of("the budget is spent")))) {
            all.put("Decided-" + decision.type(), new Decided(decision, 1, null, SPENT));
        }
        all.put(
                "Decided-breakpoints",
                new Decided(
                        Decision.Escalate.at(
                                List.of(
                                        new Breakpoint.At(BreakpointMoment.BEFORE_ACCEPT),
                                        new Breakpoint.CheckFailed("unit"),
                                        new Breakpoint.ScoreBelow(0.8),
                                        new Breakpoint.CostAbove(new BigDecimal("2.5")),
                                        new Breakpoint.IterationsOver(3),
                                        new Breakpoint.FilesMatching(List.of("db/**")),
                                        new Breakpoint.DiffOver(400)),
                                "Go on?",
                                List.of("breakpoint score-below: 0.8 (the score is 0.50)")),
                        1,
                        null,
                        SPENT));
        all.put("JudgeIteration-server", new JudgeIteration(TASK, 2, SERVER_JUDGE, Prompt.stored(REF), EVIDENCE));
        all.put(
                "Judgement-sampled",
                new Judgement(0.8, List.of("no docstring"), null, "openai m", Usage.NONE)
                        .of(new Agreement(3, 2, 0.25))
                        .doubted("1 of 3 answers: it gave no verdict"));
        return all;
    }

    private static Evidence proven(Evidence evidence) {
        return new Evidence(
                evidence.snapshot(),
                evidence.tree(),
                evidence.diff(),
                evidence.files(),
                evidence.checks(),
                evidence.findings(),
                evidence.verified(),
                PROOF,
                List.of());
    }

    private static Carried carried() {
        return new Carried(
                new Registration("host", List.of("PawlStatus", "PawlAgent")),
                PREPARED,
                3,
                "commit",
                REF,
                REF,
                RETRY,
                List.of("be brief"),
                SPENT,
                HISTORY,
                1,
                2,
                true,
                0.5,
                List.of("update-1"),
                true,
                new Granted(new BigDecimal("2.25"), 1_000, Duration.ofMinutes(5)),
                List.of("not signed in", ""),
                List.of("claude-code"),
                List.of("unit"));
    }

    private static RunAgent runAgent() {
        return new RunAgent(
                TASK,
                2,
                AgentSpec.of("codex")
                        .withModel("m")
                        .continuing()
                        .withArgs(List.of("--search"))
                        .withEnv(List.of("MY_TOKEN"))
                        .aliased("mine"),
                REQUEST.workspace(),
                REF,
                "commit",
                30,
                Duration.ofMinutes(20),
                Duration.ofMinutes(5),
                new BigDecimal("2.25"),
                4_000_000L,
                true);
    }

    private static PolicyInput policyInput() {
        return PolicyInput.builder(2, LIMITS)
                .report(REPORT)
                .evidence(EVIDENCE)
                .judge(JUDGE)
                .judgement(JUDGEMENT)
                .breakpoints(List.of(new Breakpoint.At(BreakpointMoment.ON_RED_CHECK)))
                .spent(SPENT)
                .history(HISTORY)
                .standing(new PolicyInput.Standing("codex", List.of("claude-code: not signed in"), "gemini", true, 1))
                .build();
    }
}
