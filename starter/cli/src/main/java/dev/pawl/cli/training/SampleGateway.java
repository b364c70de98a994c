package dev.pawl.cli.training;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.ActionOutcome;
import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.CheckState;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.DiffSummary;
import dev.pawl.api.v1.Event;
import dev.pawl.api.v1.EventType;
import dev.pawl.api.v1.GetDiffRequest;
import dev.pawl.api.v1.GetDiffResponse;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.GetTaskResponse;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.ListActionsRequest;
import dev.pawl.api.v1.ListActionsResponse;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.ListTasksResponse;
import dev.pawl.api.v1.PauseRequest;
import dev.pawl.api.v1.PauseResponse;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskServiceGrpc.TaskServiceImplBase;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.Usage;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.api.v1.WatchTaskResponse;
import io.grpc.stub.StreamObserver;

/** A gateway with one finished task. */
final class SampleGateway extends TaskServiceImplBase {
    private static final Timestamp NOW = Timestamp.newBuilder().setSeconds(1).build();
    private static final Usage USAGE =
            Usage.newBuilder().setInputTokens(1).setCostUsd("0.01").build();
    private static final Task TASK = Task.newBuilder()
            .setId("sample")
            .setTitle("Sample")
            .setStatus(TaskStatus.TASK_STATUS_ACCEPTED)
            .setCreatedAt(NOW)
            .addIterations(Iteration.newBuilder()
                    .setNumber(1)
                    .setStartedAt(NOW)
                    .addChecks(Check.newBuilder().setName("tests").setState(CheckState.CHECK_STATE_PASSED))
                    .setDecision(Decision.newBuilder()
                            .setType(DecisionType.DECISION_TYPE_ACCEPT)
                            .addReasons("all evidence is green")))
            .addSessions(Session.newBuilder()
                    .setId("00000000-0000-4000-8000-000000000000")
                    .setIteration(1)
                    .setStatus(SessionStatus.SESSION_STATUS_COMPLETED)
                    .setStartedAt(NOW)
                    .setDurationMs(1)
                    .setUsage(USAGE))
            .setTotals(Totals.newBuilder()
                    .setSessions(1)
                    .putSessionsByStatus("completed", 1)
                    .setUsage(USAGE))
            .setDiff(DiffSummary.newBuilder().setFiles(1))
            .setLastSequence(1)
            .build();

    private static <T> void answer(StreamObserver<T> out, T response) {
        out.onNext(response);
        out.onCompleted();
    }

    @Override
    public void getTask(GetTaskRequest request, StreamObserver<GetTaskResponse> out) {
        answer(out, GetTaskResponse.newBuilder().setTask(TASK).build());
    }

    @Override
    public void listActions(ListActionsRequest request, StreamObserver<ListActionsResponse> out) {
        Action action = Action.newBuilder()
                .setSessionId(TASK.getSessions(0).getId())
                .setNumber(1)
                .setKind(ActionKind.ACTION_KIND_COMMAND)
                .setText("ls")
                .setOutcome(ActionOutcome.ACTION_OUTCOME_OK)
                .setCreatedAt(NOW)
                .build();
        answer(out, ListActionsResponse.newBuilder().addActions(action).build());
    }

    @Override
    public void listTasks(ListTasksRequest request, StreamObserver<ListTasksResponse> out) {
        answer(out, ListTasksResponse.newBuilder().addTasks(TASK).build());
    }

    @Override
    public void watchTask(WatchTaskRequest request, StreamObserver<WatchTaskResponse> out) {
        Event finished = Event.newBuilder()
                .setSequence(1)
                .setType(EventType.EVENT_TYPE_TASK_FINISHED)
                .build();
        answer(out, WatchTaskResponse.newBuilder().setEvent(finished).build());
    }

    @Override
    public void getDiff(GetDiffRequest request, StreamObserver<GetDiffResponse> out) {
        answer(
                out,
                GetDiffResponse.newBuilder()
                        .setChunk(ByteString.copyFromUtf8("+x\n"))
                        .build());
    }

    @Override
    public void pause(PauseRequest request, StreamObserver<PauseResponse> out) {
        answer(out, PauseResponse.getDefaultInstance());
    }
}
