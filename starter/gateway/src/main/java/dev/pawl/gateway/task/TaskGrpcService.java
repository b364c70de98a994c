package dev.pawl.gateway.task;

import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.AnswerResponse;
import dev.pawl.api.v1.ApproveRequest;
import dev.pawl.api.v1.ApproveResponse;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.CancelResponse;
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
import dev.pawl.api.v1.ListSessionsRequest;
import dev.pawl.api.v1.ListSessionsResponse;
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
import dev.pawl.api.v1.TaskServiceGrpc;
import dev.pawl.api.v1.TaskState;
import dev.pawl.api.v1.WaitTaskRequest;
import dev.pawl.api.v1.WaitTaskResponse;
import dev.pawl.api.v1.WatchActionsRequest;
import dev.pawl.api.v1.WatchActionsResponse;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.api.v1.WatchTaskResponse;
import dev.pawl.gateway.action.Said;
import dev.pawl.gateway.action.TaskActions;
import dev.pawl.gateway.doing.AgentActions;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.stream.Outlet;
import dev.pawl.gateway.submit.Submission;
import dev.pawl.gateway.submit.Submitted;
import dev.pawl.gateway.view.TaskLinks;
import dev.pawl.gateway.view.TaskPages;
import dev.pawl.gateway.view.TaskReader;
import dev.pawl.gateway.view.TaskTexts;
import dev.pawl.gateway.watch.TaskWait;
import dev.pawl.gateway.watch.TaskWatch;
import io.grpc.stub.StreamObserver;

/** The protocol's task service; delegates every call. */
public final class TaskGrpcService extends TaskServiceGrpc.TaskServiceImplBase {
    private final Submission submission;
    private final TaskReader tasks;
    private final TaskPages pages;
    private final TaskTexts texts;
    private final TaskWatch watch;
    private final TaskWait wait;
    private final AgentActions agents;
    private final TaskActions actions;
    private final TaskLinks links;

    public TaskGrpcService(
            Submission submission,
            TaskReader tasks,
            TaskPages pages,
            TaskTexts texts,
            TaskWatch watch,
            TaskWait wait,
            AgentActions agents,
            TaskActions actions,
            TaskLinks links) {
        this.submission = submission;
        this.tasks = tasks;
        this.pages = pages;
        this.texts = texts;
        this.watch = watch;
        this.wait = wait;
        this.agents = agents;
        this.actions = actions;
        this.links = links;
    }

    @Override
    public void submitTask(SubmitTaskRequest request, StreamObserver<SubmitTaskResponse> observer) {
        Submitted submitted = submission.submit(request);
        reply(
                observer,
                SubmitTaskResponse.newBuilder()
                        .setTaskId(submitted.id())
                        .setRegistered(submitted.registered())
                        .setWebUi(links.webUi(submitted.id()))
                        .build());
    }

    @Override
    public void retryTask(RetryTaskRequest request, StreamObserver<RetryTaskResponse> observer) {
        // Reports an unknown task with the closest ids.
        tasks.status(request.getTaskId());
        Submitted submitted = submission.retry(request);
        reply(
                observer,
                RetryTaskResponse.newBuilder()
                        .setTaskId(submitted.id())
                        .setRegistered(submitted.registered())
                        .setWebUi(links.webUi(submitted.id()))
                        .build());
    }

    @Override
    public void getTask(GetTaskRequest request, StreamObserver<GetTaskResponse> observer) {
        reply(
                observer,
                GetTaskResponse.newBuilder()
                        .setTask(tasks.task(request.getTaskId()))
                        .build());
    }

    @Override
    public void listTasks(ListTasksRequest request, StreamObserver<ListTasksResponse> observer) {
        reply(observer, pages.page(request));
    }

    @Override
    public void watchTask(WatchTaskRequest request, StreamObserver<WatchTaskResponse> observer) {
        if (request.getAfterSequence() < 0) {
            throw Failures.invalid("after_sequence", "must not be negative");
        }
        Outlet<WatchTaskResponse> outlet = new Outlet<>(observer);
        watch.follow(request.getTaskId(), request.getAfterSequence(), outlet);
        outlet.complete();
    }

    @Override
    public void waitTask(WaitTaskRequest request, StreamObserver<WaitTaskResponse> observer) {
        boolean reached = wait.until(request.getTaskId(), request.getTimeout(), request.getOrWaiting());
        reply(
                observer,
                WaitTaskResponse.newBuilder()
                        .setTask(tasks.task(request.getTaskId()))
                        .setReached(reached)
                        .build());
    }

    @Override
    public void listDecisions(ListDecisionsRequest request, StreamObserver<ListDecisionsResponse> observer) {
        Outlet<ListDecisionsResponse> outlet = new Outlet<>(observer);
        tasks.decisions(request.getTaskId())
                .forEach(decision -> outlet.send(
                        ListDecisionsResponse.newBuilder().setDecision(decision).build()));
        outlet.complete();
    }

    @Override
    public void listSessions(ListSessionsRequest request, StreamObserver<ListSessionsResponse> observer) {
        reply(
                observer,
                ListSessionsResponse.newBuilder()
                        .addAllSessions(tasks.sessions(request.getTaskId()))
                        .setTotals(tasks.totals(request.getTaskId()))
                        .build());
    }

    @Override
    public void getDiff(GetDiffRequest request, StreamObserver<GetDiffResponse> observer) {
        Outlet<GetDiffResponse> outlet = new Outlet<>(observer);
        texts.diff(
                request,
                chunk ->
                        outlet.send(GetDiffResponse.newBuilder().setChunk(chunk).build()));
        outlet.complete();
    }

    @Override
    public void getLogs(GetLogsRequest request, StreamObserver<GetLogsResponse> observer) {
        Outlet<GetLogsResponse> outlet = new Outlet<>(observer);
        texts.logs(request, outlet::send);
        outlet.complete();
    }

    @Override
    public void listActions(ListActionsRequest request, StreamObserver<ListActionsResponse> observer) {
        reply(observer, agents.page(request));
    }

    @Override
    public void watchActions(WatchActionsRequest request, StreamObserver<WatchActionsResponse> observer) {
        Outlet<WatchActionsResponse> outlet = new Outlet<>(observer);
        agents.follow(request, outlet);
        outlet.complete();
    }

    @Override
    public void getContent(GetContentRequest request, StreamObserver<GetContentResponse> observer) {
        Outlet<GetContentResponse> outlet = new Outlet<>(observer);
        texts.content(
                request.getRef(),
                chunk -> outlet.send(
                        GetContentResponse.newBuilder().setChunk(chunk).build()));
        outlet.complete();
    }

    @Override
    public void answer(AnswerRequest request, StreamObserver<AnswerResponse> observer) {
        Said said = new Said(request.getTaskId(), request.getText(), request.getBy(), request.getRequestId());
        TaskState state = actions.act("answer", said, true);
        reply(observer, AnswerResponse.newBuilder().setState(state).build());
    }

    @Override
    public void approve(ApproveRequest request, StreamObserver<ApproveResponse> observer) {
        Said said = new Said(request.getTaskId(), request.getText(), request.getBy(), request.getRequestId());
        TaskState state = actions.act("approve", said, false);
        reply(observer, ApproveResponse.newBuilder().setState(state).build());
    }

    @Override
    public void reject(RejectRequest request, StreamObserver<RejectResponse> observer) {
        Said said = new Said(request.getTaskId(), request.getText(), request.getBy(), request.getRequestId());
        TaskState state = actions.act("reject", said, false);
        reply(observer, RejectResponse.newBuilder().setState(state).build());
    }

    @Override
    public void pause(PauseRequest request, StreamObserver<PauseResponse> observer) {
        Said said = new Said(request.getTaskId(), request.getText(), request.getBy(), request.getRequestId());
        TaskState state = actions.act("pause", said, false);
        reply(observer, PauseResponse.newBuilder().setState(state).build());
    }

    @Override
    public void resume(ResumeRequest request, StreamObserver<ResumeResponse> observer) {
        Said said = new Said(request.getTaskId(), request.getText(), request.getBy(), request.getRequestId());
        TaskState state = actions.act("resume", said, false);
        reply(observer, ResumeResponse.newBuilder().setState(state).build());
    }

    @Override
    public void instruct(InstructRequest request, StreamObserver<InstructResponse> observer) {
        Said said = new Said(request.getTaskId(), request.getText(), request.getBy(), request.getRequestId());
        TaskState state = actions.act("instruct", said, true);
        reply(observer, InstructResponse.newBuilder().setState(state).build());
    }

    @Override
    public void extend(ExtendRequest request, StreamObserver<ExtendResponse> observer) {
        reply(
                observer,
                ExtendResponse.newBuilder().setState(actions.extend(request)).build());
    }

    @Override
    public void stop(StopRequest request, StreamObserver<StopResponse> observer) {
        Said said = new Said(request.getTaskId(), request.getText(), request.getBy(), request.getRequestId());
        TaskState state = actions.act("stop", said, false);
        reply(observer, StopResponse.newBuilder().setState(state).build());
    }

    @Override
    public void cancel(CancelRequest request, StreamObserver<CancelResponse> observer) {
        actions.cancel(new Said(request.getTaskId(), request.getText(), request.getBy(), ""));
        reply(observer, CancelResponse.getDefaultInstance());
    }

    private static <T> void reply(StreamObserver<T> observer, T answer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
