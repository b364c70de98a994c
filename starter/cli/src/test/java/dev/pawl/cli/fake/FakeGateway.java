package dev.pawl.cli.fake;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.AnswerResponse;
import dev.pawl.api.v1.ApproveRequest;
import dev.pawl.api.v1.ApproveResponse;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.CancelResponse;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.ExtendRequest;
import dev.pawl.api.v1.ExtendResponse;
import dev.pawl.api.v1.GetContentRequest;
import dev.pawl.api.v1.GetContentResponse;
import dev.pawl.api.v1.GetDiffRequest;
import dev.pawl.api.v1.GetDiffResponse;
import dev.pawl.api.v1.GetLogsRequest;
import dev.pawl.api.v1.GetLogsResponse;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.GetTaskResponse;
import dev.pawl.api.v1.InstructRequest;
import dev.pawl.api.v1.InstructResponse;
import dev.pawl.api.v1.ListActionsRequest;
import dev.pawl.api.v1.ListActionsResponse;
import dev.pawl.api.v1.ListDecisionsRequest;
import dev.pawl.api.v1.ListDecisionsResponse;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.ListTasksResponse;
import dev.pawl.api.v1.PauseRequest;
import dev.pawl.api.v1.PauseResponse;
import dev.pawl.api.v1.RejectRequest;
import dev.pawl.api.v1.RejectResponse;
import dev.pawl.api.v1.ResumeRequest;
import dev.pawl.api.v1.ResumeResponse;
import dev.pawl.api.v1.RetryTaskRequest;
import dev.pawl.api.v1.RetryTaskResponse;
import dev.pawl.api.v1.StopRequest;
import dev.pawl.api.v1.StopResponse;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.api.v1.SubmitTaskResponse;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskServiceGrpc.TaskServiceImplBase;
import dev.pawl.api.v1.TaskState;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WaitTaskRequest;
import dev.pawl.api.v1.WaitTaskResponse;
import dev.pawl.api.v1.WatchActionsRequest;
import dev.pawl.api.v1.WatchActionsResponse;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.api.v1.WatchTaskResponse;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A gateway on loopback that answers from memory and records its calls. */
public final class FakeGateway extends TaskServiceImplBase implements AutoCloseable {
    public final Map<String, Task> tasks = new LinkedHashMap<>();
    public final Map<String, String> contents = new ConcurrentHashMap<>();
    public final Map<String, String> transcripts = new LinkedHashMap<>();
    public final List<SubmitTaskRequest> submitted = new CopyOnWriteArrayList<>();
    public final List<com.google.protobuf.Message> actions = new CopyOnWriteArrayList<>();
    public final List<WatchTaskRequest> watched = new CopyOnWriteArrayList<>();
    public final List<WaitTaskRequest> waited = new CopyOnWriteArrayList<>();
    public final List<Action> done = new CopyOnWriteArrayList<>();
    public final List<Decision> decisions = new CopyOnWriteArrayList<>();
    public final List<WatchActionsRequest> followed = new CopyOnWriteArrayList<>();
    public byte[] patch = {};
    public BiConsumer<WatchTaskRequest, StreamObserver<WatchTaskResponse>> watch = (request, out) -> out.onCompleted();

    /** The time is over at once. */
    public BiConsumer<WaitTaskRequest, StreamObserver<WaitTaskResponse>> wait = (request, out) -> answer(
            out,
            WaitTaskResponse.newBuilder()
                    .setTask(tasks.get(request.getTaskId()))
                    .build());

    public BiConsumer<WatchActionsRequest, StreamObserver<WatchActionsResponse>> follow =
            (request, out) -> out.onCompleted();

    public final FakeAudits audits = new FakeAudits();
    public final FakeAccounts accounts = new FakeAccounts();
    public final FakeEvents events = new FakeEvents();
    public final FakeServers servers = new FakeServers();
    public final FakePlans plans = new FakePlans();
    public final FakeInbox inbox = new FakeInbox();
    public final FakeSchedules schedules = new FakeSchedules();
    public final List<ListTasksRequest> listed = new CopyOnWriteArrayList<>();

    private final Server server;

    public FakeGateway() throws IOException {
        this(0);
    }

    public FakeGateway(int port) throws IOException {
        server = Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
                .maxInboundMessageSize(16 * 1024 * 1024)
                .addService(this)
                .addService(audits)
                .addService(accounts)
                .addService(events)
                .addService(servers)
                .addService(plans)
                .addService(inbox)
                .addService(schedules)
                .build()
                .start();
    }

    public int port() {
        return server.getPort();
    }

    public Map<String, String> environment() {
        return Map.of("PAWL_ADDRESS", "127.0.0.1:" + port(), "PATH", System.getenv("PATH"), "USER", "ada");
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static <T> void answer(StreamObserver<T> out, T response) {
        out.onNext(response);
        out.onCompleted();
    }

    @Override
    public void submitTask(SubmitTaskRequest request, StreamObserver<SubmitTaskResponse> out) {
        submitted.add(request);
        answer(
                out,
                SubmitTaskResponse.newBuilder()
                        .setTaskId(tasks.keySet().iterator().next())
                        .setWebUi("http://127.0.0.1:8233/task")
                        .setRegistered(true)
                        .build());
    }

    @Override
    public void retryTask(RetryTaskRequest request, StreamObserver<RetryTaskResponse> out) {
        actions.add(request);
        answer(
                out,
                RetryTaskResponse.newBuilder()
                        .setTaskId("again-1")
                        .setRegistered(true)
                        .build());
    }

    @Override
    public void getTask(GetTaskRequest request, StreamObserver<GetTaskResponse> out) {
        Task task = tasks.get(request.getTaskId());
        if (task != null) {
            answer(out, GetTaskResponse.newBuilder().setTask(task).build());
            return;
        }
        ErrorInfo info = ErrorInfo.newBuilder()
                .setReason("UnknownTask")
                .putMetadata("closest", String.join(",", tasks.keySet()))
                .build();
        out.onError(StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(Code.NOT_FOUND_VALUE)
                .setMessage("no such task")
                .addDetails(Any.pack(info))
                .build()));
    }

    @Override
    public void listDecisions(ListDecisionsRequest request, StreamObserver<ListDecisionsResponse> out) {
        decisions.forEach(decision -> out.onNext(
                ListDecisionsResponse.newBuilder().setDecision(decision).build()));
        out.onCompleted();
    }

    @Override
    public void listTasks(ListTasksRequest request, StreamObserver<ListTasksResponse> out) {
        listed.add(request);
        ListTasksResponse.Builder page = ListTasksResponse.newBuilder();
        List<Task> matching = tasks.values().stream()
                .filter(task -> request.getStatus() == TaskStatus.TASK_STATUS_UNSPECIFIED
                        || task.getStatus() == request.getStatus())
                .filter(task -> task.getId().contains(request.getText()))
                .filter(task ->
                        request.getLabel().isEmpty() || task.getLabelsList().contains(request.getLabel()))
                .toList();
        int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
        int to = Math.min(matching.size(), from + Math.min(2, request.getPageSize()));
        page.addAllTasks(matching.subList(from, to));
        if (to < matching.size()) {
            page.setNextPageToken(Integer.toString(to));
        }
        answer(out, page.build());
    }

    @Override
    public void watchTask(WatchTaskRequest request, StreamObserver<WatchTaskResponse> out) {
        watched.add(request);
        watch.accept(request, out);
    }

    @Override
    public void waitTask(WaitTaskRequest request, StreamObserver<WaitTaskResponse> out) {
        waited.add(request);
        wait.accept(request, out);
    }

    @Override
    public void listActions(ListActionsRequest request, StreamObserver<ListActionsResponse> out) {
        List<Action> matching = done.stream()
                .filter(action ->
                        request.getKindsCount() == 0 || request.getKindsList().contains(action.getKind()))
                .filter(action ->
                        !request.hasSessionId() || request.getSessionId().equals(action.getSessionId()))
                .toList();
        int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
        int to = Math.min(matching.size(), from + 2);
        ListActionsResponse.Builder page = ListActionsResponse.newBuilder()
                .addAllActions(matching.subList(from, to))
                .setPosition(done.size());
        answer(out, (to < matching.size() ? page.setNextPageToken(Integer.toString(to)) : page).build());
    }

    @Override
    public void watchActions(WatchActionsRequest request, StreamObserver<WatchActionsResponse> out) {
        followed.add(request);
        follow.accept(request, out);
    }

    @Override
    public void getDiff(GetDiffRequest request, StreamObserver<GetDiffResponse> out) {
        if (patch.length > 0) {
            int half = patch.length / 2;
            out.onNext(GetDiffResponse.newBuilder()
                    .setChunk(ByteString.copyFrom(patch, 0, half))
                    .build());
            out.onNext(GetDiffResponse.newBuilder()
                    .setChunk(ByteString.copyFrom(patch, half, patch.length - half))
                    .build());
        }
        out.onCompleted();
    }

    @Override
    public void getLogs(GetLogsRequest request, StreamObserver<GetLogsResponse> out) {
        transcripts.forEach((session, text) -> {
            if (!request.hasSessionId() || request.getSessionId().equals(session)) {
                out.onNext(GetLogsResponse.newBuilder()
                        .setSessionId(session)
                        .setChunk(ByteString.copyFromUtf8(text))
                        .build());
            }
        });
        out.onCompleted();
    }

    @Override
    public void getContent(GetContentRequest request, StreamObserver<GetContentResponse> out) {
        answer(
                out,
                GetContentResponse.newBuilder()
                        .setChunk(ByteString.copyFromUtf8(contents.getOrDefault(request.getRef(), "")))
                        .build());
    }

    private TaskState acted(com.google.protobuf.Message request) {
        actions.add(request);
        return TaskState.newBuilder()
                .setStatus(TaskStatus.TASK_STATUS_RUNNING)
                .setIteration(2)
                .setPhase("agent")
                .build();
    }

    @Override
    public void answer(AnswerRequest request, StreamObserver<AnswerResponse> out) {
        if (request.getText().equals("not now")) {
            out.onError(io.grpc.Status.FAILED_PRECONDITION
                    .withDescription("the task does not ask anything")
                    .asRuntimeException());
            return;
        }
        answer(out, AnswerResponse.newBuilder().setState(acted(request)).build());
    }

    @Override
    public void approve(ApproveRequest request, StreamObserver<ApproveResponse> out) {
        answer(out, ApproveResponse.newBuilder().setState(acted(request)).build());
    }

    @Override
    public void reject(RejectRequest request, StreamObserver<RejectResponse> out) {
        answer(out, RejectResponse.newBuilder().setState(acted(request)).build());
    }

    @Override
    public void pause(PauseRequest request, StreamObserver<PauseResponse> out) {
        answer(out, PauseResponse.newBuilder().setState(acted(request)).build());
    }

    @Override
    public void resume(ResumeRequest request, StreamObserver<ResumeResponse> out) {
        answer(out, ResumeResponse.newBuilder().setState(acted(request)).build());
    }

    @Override
    public void instruct(InstructRequest request, StreamObserver<InstructResponse> out) {
        answer(out, InstructResponse.newBuilder().setState(acted(request)).build());
    }

    @Override
    public void extend(ExtendRequest request, StreamObserver<ExtendResponse> out) {
        answer(out, ExtendResponse.newBuilder().setState(acted(request)).build());
    }

    @Override
    public void stop(StopRequest request, StreamObserver<StopResponse> out) {
        answer(out, StopResponse.newBuilder().setState(acted(request)).build());
    }

    @Override
    public void cancel(CancelRequest request, StreamObserver<CancelResponse> out) {
        actions.add(request);
        answer(out, CancelResponse.getDefaultInstance());
    }
}
