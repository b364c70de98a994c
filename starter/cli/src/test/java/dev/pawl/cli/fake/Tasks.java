package dev.pawl.cli.fake;

import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.CheckState;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.DiffSummary;
import dev.pawl.api.v1.Event;
import dev.pawl.api.v1.EventType;
import dev.pawl.api.v1.FileEvidence;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Links;
import dev.pawl.api.v1.Outcome;
import dev.pawl.api.v1.Question;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.Usage;
import dev.pawl.api.v1.WatchTaskResponse;

/** Tasks as a gateway returns them. */
public final class Tasks {
    public static final String ID = "calc-1f3a5b";
    public static final String FIRST = "11111111-aaaa-4aaa-8aaa-111111111111";
    public static final String SECOND = "22222222-bbbb-4bbb-8bbb-222222222222";
    private static final Timestamp T0 =
            Timestamp.newBuilder().setSeconds(1_770_000_000L).build();

    private Tasks() {}

    /** Registered, nothing done yet. */
    public static Task.Builder fresh() {
        return Task.newBuilder()
                .setId(ID)
                .setTitle("Calculator module")
                .setStatus(TaskStatus.TASK_STATUS_RUNNING)
                .setPhase("agent")
                .setIteration(1)
                .setAgent("command")
                .addLabels("nightly")
                .setLinks(Links.newBuilder().setWebUi("http://127.0.0.1:8233/calc"))
                .setCreatedAt(T0)
                .setUpdatedAt(T0);
    }

    /** Rejected once, then proven. */
    public static Task accepted() {
        return fresh().setStatus(TaskStatus.TASK_STATUS_ACCEPTED)
                .setOutcome(Outcome.OUTCOME_ACCEPTED)
                .setReason("all checks pass on a clean checkout")
                .setCause(Cause.CAUSE_NONE)
                .setIteration(2)
                .addIterations(refused())
                .addIterations(proven())
                .addSessions(session(FIRST, 1, "0.0100"))
                .addSessions(session(SECOND, 2, "0.0250"))
                .setTotals(Totals.newBuilder()
                        .setSessions(2)
                        .putSessionsByStatus("completed", 2)
                        .setUsage(usage("0.0350").setInputTokens(2000).setOutputTokens(400))
                        .setJudgeCalls(1)
                        .setJudgeUsage(usage("0.0050").setInputTokens(300).setOutputTokens(20))
                        .setDurationMs(24_000))
                .setSnapshot("5f0c9a1e")
                .setDiff(DiffSummary.newBuilder().setFiles(1).setAdded(24).setRemoved(0))
                .setFinishedAt(T0)
                .setLastSequence(20)
                .build();
    }

    public static Task waiting(String kind) {
        return fresh().setStatus(TaskStatus.TASK_STATUS_WAITING)
                .setPhase("waiting")
                .addIterations(refused())
                .addSessions(session(FIRST, 1, "0.01"))
                .setQuestion(Question.newBuilder()
                        .setId("q-1")
                        .setKind(kind)
                        .setQuestion("Decimals or fractions?")
                        .addReasons("the agent asks"))
                .setLastSequence(9)
                .build();
    }

    public static Task ended(TaskStatus status, Cause cause) {
        return fresh().setStatus(status).setCause(cause).setLastSequence(3).build();
    }

    public static Iteration.Builder refused() {
        return Iteration.newBuilder()
                .setNumber(1)
                .setPromptRef("aa01")
                .setSessionId(FIRST)
                .addChecks(Check.newBuilder()
                        .setName("tests")
                        .setState(CheckState.CHECK_STATE_FAILED)
                        .setExitCode(1)
                        .setTests(5)
                        .addFailures("test_add")
                        .addNewFailures("test_add")
                        .setDurationMs(120))
                .addFiles(FileEvidence.newBuilder().setPath("calculator.py"))
                .setDecision(Decision.newBuilder()
                        .setType(DecisionType.DECISION_TYPE_RETRY)
                        .addReasons("check tests failed")
                        .addReasons("calculator.py is missing")
                        .setDecidedBy("policy"))
                .setStartedAt(T0);
    }

    private static Iteration.Builder proven() {
        return Iteration.newBuilder()
                .setNumber(2)
                .setPromptRef("aa02")
                .setFeedbackRef("ff02")
                .setSessionId(SECOND)
                .addChecks(Check.newBuilder()
                        .setName("tests")
                        .setState(CheckState.CHECK_STATE_PASSED)
                        .setExitCode(0)
                        .setSatisfied(true))
                .setScore(0.9)
                .setDecision(Decision.newBuilder()
                        .setType(DecisionType.DECISION_TYPE_ACCEPT)
                        .addReasons("all evidence is green")
                        .setDecidedBy("policy"))
                .setSnapshot("5f0c9a1e")
                .setStartedAt(T0);
    }

    public static Session.Builder session(String id, int iteration, String cost) {
        return Session.newBuilder()
                .setId(id)
                .setIteration(iteration)
                .setAttempt(1)
                .setAgent("command")
                .setStatus(SessionStatus.SESSION_STATUS_COMPLETED)
                .setStartedAt(T0)
                .setDurationMs(12_000)
                .setUsage(usage(cost).setInputTokens(1000).setOutputTokens(200).setTurns(3));
    }

    private static Usage.Builder usage(String cost) {
        return Usage.newBuilder().setCostUsd(cost);
    }

    public static WatchTaskResponse event(long sequence, EventType type) {
        return WatchTaskResponse.newBuilder()
                .setEvent(Event.newBuilder()
                        .setSequence(sequence)
                        .setType(type)
                        .setCreatedAt(T0)
                        .setPayload(Struct.newBuilder()
                                .putFields(
                                        "iteration",
                                        Value.newBuilder().setNumberValue(1).build())))
                .build();
    }
}
