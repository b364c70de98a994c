package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.agent.AgentActivities;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.activity.task.ComposePrompt;
import dev.pawl.workflows.activity.task.DecideIteration;
import dev.pawl.workflows.activity.task.Decided;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.policy.DecisionPolicy;
import dev.pawl.workflows.policy.PolicyInput;
import dev.pawl.workflows.task.host.HostLost;
import dev.pawl.workflows.task.person.PersonDesk;
import dev.pawl.workflows.task.state.Line;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One iteration: prompt, agent, evidence, judgement, decision. */
final class Iteration {
    /** A session that hit its turn limit gets twice as many next time, up to this many doublings. */
    private static final int MAX_TURN_DOUBLINGS = 2;

    private static final int MAX_DOUBT = 500;

    private final String taskId;
    private final TaskState state;
    private final PersonDesk desk;
    private final TaskSteps steps;
    private final HostSteps onHost;
    private final Progress progress;
    private final Parking parking;
    private @Nullable CancellationScope agent;
    private @Nullable AgentReport reported;
    private int rounds;

    Iteration(
            String taskId,
            TaskState state,
            PersonDesk desk,
            TaskSteps steps,
            HostSteps onHost,
            Progress progress,
            Parking parking) {
        this.taskId = taskId;
        this.state = state;
        this.desk = desk;
        this.steps = steps;
        this.onHost = onHost;
        this.progress = progress;
        this.parking = parking;
    }

    Decision run() {
        state.iteration++;
        try {
            return round();
        } catch (HostLost lost) {
            // Not decided: the iteration is repeated on another host.
            state.iteration--;
            throw lost;
        }
    }

    private Decision round() {
        progress.show(TaskStatus.RUNNING, "agent", state.lineup.why());
        ContentRef before = state.prompt;
        ContentRef prompt = compose();
        state.prompt = prompt;
        if (prompt.equals(before)) {
            // The prompt would not change: no agent is run, and the policy treats the task as stuck.
            return decide(null, null, null);
        }
        AgentReport report = runAgent(prompt);
        state.turnLimitHits = report.ending() == Ending.TURN_LIMIT ? state.turnLimitHits + 1 : 0;
        if (!report.worked()) {
            return decide(report, null, null);
        }
        reported = report;
        return assessed(report);
    }

    /** Decides again on the work of the last session, since other checks count than before. */
    Decision assessAgain() {
        // The agent's question is answered.
        return assessed(
                Objects.requireNonNull(reported, "no session was assessed yet").disputing(null));
    }

    private Decision assessed(AgentReport report) {
        progress.show(TaskStatus.RUNNING, "checks", state.lineup.why());
        AssessIteration assess =
                new AssessIteration(taskId, state.iteration, state.request, state.ready(), state.skipped);
        Evidence evidence = onHost.run(takenUp -> Async.function(
                steps.evidence(state.host(), takenUp, state.ready().checks())::assess, assess));
        state.snapshot = evidence.snapshot();
        return decide(report, evidence, judge(evidence));
    }

    void endAgent() {
        if (agent != null) {
            agent.cancel("stopped on request");
        }
    }

    private ContentRef compose() {
        return steps.localBookkeeping()
                .compose(new ComposePrompt(taskId, state.iteration, state.request, state.feedback, desk.guidance()))
                .prompt();
    }

    private AgentReport runAgent(ContentRef prompt) {
        Limits limits = state.limits();
        RunAgent input = new RunAgent(
                taskId,
                state.iteration,
                state.lineup.working(),
                state.request.workspace(),
                prompt,
                state.snapshot,
                turns(),
                limits.time(),
                limits.idle(),
                limits.costUsd(),
                limits.tokens(),
                state.lineup.overBudget(state.lineup.account()));
        try {
            return onHost.run(takenUp -> begin(steps.agents(state.host(), takenUp, timeLeft(limits)), input));
        } catch (ActivityFailure e) {
            if (desk.stopRequested() && endedByStop(e.getCause())) {
                return AgentReport.stopped();
            }
            throw e;
        } finally {
            agent = null;
        }
    }

    /**
     * True also if the worker ended before it confirmed: the engine does not retry a step whose cancel was requested.
     */
    private static boolean endedByStop(@Nullable Throwable failure) {
        return switch (failure) {
            case CanceledFailure ignored -> true;
            case TimeoutFailure ignored -> true;
            case ApplicationFailure application ->
                application.getType().equals(FailureTypes.WORKER_STOPPED)
                        || application.getType().equals(FailureTypes.FENCED);
            case null, default -> false;
        };
    }

    private Promise<AgentReport> begin(AgentActivities agents, RunAgent input) {
        CompletablePromise<AgentReport> report = Workflow.newPromise();
        CancellationScope scope =
                Workflow.newCancellationScope(() -> report.completeFrom(Async.function(agents::runAgent, input)));
        agent = scope;
        scope.run();
        if (desk.stopRequested()) {
            scope.cancel("stopped on request");
        }
        return report;
    }

    private @Nullable Integer turns() {
        Integer turns = state.request.limits().turns();
        return turns == null ? null : turns << Math.min(state.turnLimitHits, MAX_TURN_DOUBLINGS);
    }

    /** As of the last decision; lost attempts reduce it further. */
    private Duration timeLeft(Limits limits) {
        Duration left = limits.time().minusMillis(state.spent.agentMillis());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private @Nullable Judgement judge(Evidence evidence) {
        JudgeSpec judge = state.request.judge();
        if (judge == null || !DecisionPolicy.worthJudging(evidence)) {
            return null;
        }
        progress.show(TaskStatus.RUNNING, "judge", state.lineup.why());
        try {
            return steps.judge()
                    .judge(new JudgeIteration(taskId, state.iteration, judge, state.request.prompt(), evidence));
        } catch (ActivityFailure e) {
            if (e.getCause() instanceof CanceledFailure
                    || CancellationScope.current().isCancelRequested()) {
                throw e;
            }
            // The work exists, so a person can look at it if the judge cannot.
            return Judgement.absent(
                    judge.asked(), Line.of("it could not be asked: " + steps.failed(e), MAX_DOUBT), Usage.NONE);
        }
    }

    private Decision decide(@Nullable AgentReport report, @Nullable Evidence evidence, @Nullable Judgement judgement) {
        state.decidedWith = state.limits();
        PolicyInput input = PolicyInput.builder(state.iteration, state.decidedWith)
                .report(report)
                .evidence(evidence)
                .judge(state.request.judge())
                .judgement(judgement)
                .breakpoints(state.request.breakpoints())
                .provable(state.request.provable() || !state.ready().checks().isEmpty())
                .interactive(state.request.interactive())
                .stopRequested(desk.stopRequested())
                .spent(state.spent)
                .history(state.history)
                .standing(state.lineup.standing())
                .build()
                .disputing(
                        report == null ? null : report.dispute(), state.ready().checks());
        Decided decided = steps.bookkeeping()
                .decide(new DecideIteration(taskId, state.iteration, roundId(), input, parking.use()));
        remember(input, decided);
        return decided.decision();
    }

    /** Unlike the iteration, a run's own id is not repeated by a reset or continue-as-new. */
    private String roundId() {
        rounds++;
        return Workflow.getInfo().getRunId() + "/" + rounds;
    }

    private void remember(PolicyInput input, Decided decided) {
        state.lastDecision = decided.decision();
        state.score = decided.score();
        state.spent = decided.spent();
        if (decided.feedback() != null) {
            state.feedback = decided.feedback();
        }
        state.lineup.learn(input.report(), decided.decision(), Instant.ofEpochMilli(Workflow.currentTimeMillis()));
        Evidence evidence = input.evidence();
        // The agent that takes over has not failed at it yet.
        if (evidence != null && !(decided.decision() instanceof Decision.Fallback)) {
            boolean violated = evidence.findings().stream()
                    .anyMatch(finding -> finding.blocking() && finding.kind() == FindingKind.OUTSIDE_OWNERSHIP);
            state.history = state.history.after(DecisionPolicy.feedbackFingerprint(input), evidence, violated);
        }
        if (decided.decision() instanceof Decision.Escalate escalate) {
            state.history = state.history.passing(escalate.breakpoints());
        }
    }
}
