package dev.pawl.gateway.plan;

import dev.pawl.api.v1.AddPackageRequest;
import dev.pawl.api.v1.AddPackageResponse;
import dev.pawl.api.v1.AnswerPlanRequest;
import dev.pawl.api.v1.AnswerPlanResponse;
import dev.pawl.api.v1.CancelPlanRequest;
import dev.pawl.api.v1.CancelPlanResponse;
import dev.pawl.api.v1.DropPackageRequest;
import dev.pawl.api.v1.DropPackageResponse;
import dev.pawl.api.v1.GetPlanRequest;
import dev.pawl.api.v1.GetPlanResponse;
import dev.pawl.api.v1.InstructPlanRequest;
import dev.pawl.api.v1.InstructPlanResponse;
import dev.pawl.api.v1.ListPlansRequest;
import dev.pawl.api.v1.ListPlansResponse;
import dev.pawl.api.v1.PausePlanRequest;
import dev.pawl.api.v1.PausePlanResponse;
import dev.pawl.api.v1.PlanServiceGrpc;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.ResumePlanRequest;
import dev.pawl.api.v1.ResumePlanResponse;
import dev.pawl.api.v1.RevisePackageRequest;
import dev.pawl.api.v1.RevisePackageResponse;
import dev.pawl.api.v1.StopPlanRequest;
import dev.pawl.api.v1.StopPlanResponse;
import dev.pawl.api.v1.SubmitPlanRequest;
import dev.pawl.api.v1.SubmitPlanResponse;
import dev.pawl.api.v1.WatchPlanRequest;
import dev.pawl.api.v1.WatchPlanResponse;
import dev.pawl.gateway.action.PlanActions;
import dev.pawl.gateway.action.Said;
import dev.pawl.gateway.stream.Outlet;
import dev.pawl.gateway.submit.PlanSubmission;
import dev.pawl.gateway.submit.Submitted;
import dev.pawl.gateway.view.PlanReader;
import dev.pawl.gateway.view.TaskLinks;
import dev.pawl.gateway.watch.PlanWatch;
import io.grpc.stub.StreamObserver;

/** The protocol's plan service; delegates every call. */
public final class PlanGrpcService extends PlanServiceGrpc.PlanServiceImplBase {
    private final PlanSubmission submission;
    private final PlanReader plans;
    private final PlanWatch watch;
    private final PlanActions actions;
    private final TaskLinks links;

    public PlanGrpcService(
            PlanSubmission submission, PlanReader plans, PlanWatch watch, PlanActions actions, TaskLinks links) {
        this.submission = submission;
        this.plans = plans;
        this.watch = watch;
        this.actions = actions;
        this.links = links;
    }

    @Override
    public void submitPlan(SubmitPlanRequest request, StreamObserver<SubmitPlanResponse> observer) {
        Submitted submitted = submission.submit(request);
        reply(
                observer,
                SubmitPlanResponse.newBuilder()
                        .setPlanId(submitted.id())
                        .setRegistered(submitted.registered())
                        .setWebUi(links.webUi(submitted.id()))
                        .build());
    }

    @Override
    public void getPlan(GetPlanRequest request, StreamObserver<GetPlanResponse> observer) {
        reply(
                observer,
                GetPlanResponse.newBuilder()
                        .setPlan(plans.plan(request.getPlanId()))
                        .build());
    }

    @Override
    public void listPlans(ListPlansRequest request, StreamObserver<ListPlansResponse> observer) {
        reply(observer, plans.page(request));
    }

    @Override
    public void watchPlan(WatchPlanRequest request, StreamObserver<WatchPlanResponse> observer) {
        Outlet<WatchPlanResponse> outlet = new Outlet<>(observer);
        watch.follow(request.getPlanId(), outlet);
        outlet.complete();
    }

    @Override
    public void pausePlan(PausePlanRequest request, StreamObserver<PausePlanResponse> observer) {
        Said said = new Said(request.getPlanId(), request.getText(), request.getBy(), request.getRequestId());
        PlanStatus status = actions.act("pause", said, request.getPackageId(), false);
        reply(observer, PausePlanResponse.newBuilder().setStatus(status).build());
    }

    @Override
    public void resumePlan(ResumePlanRequest request, StreamObserver<ResumePlanResponse> observer) {
        Said said = new Said(request.getPlanId(), request.getText(), request.getBy(), request.getRequestId());
        PlanStatus status = actions.act("resume", said, request.getPackageId(), false);
        reply(observer, ResumePlanResponse.newBuilder().setStatus(status).build());
    }

    @Override
    public void instructPlan(InstructPlanRequest request, StreamObserver<InstructPlanResponse> observer) {
        Said said = new Said(request.getPlanId(), request.getText(), request.getBy(), request.getRequestId());
        PlanStatus status = actions.act("instruct", said, request.getPackageId(), true);
        reply(observer, InstructPlanResponse.newBuilder().setStatus(status).build());
    }

    @Override
    public void stopPlan(StopPlanRequest request, StreamObserver<StopPlanResponse> observer) {
        Said said = new Said(request.getPlanId(), request.getText(), request.getBy(), request.getRequestId());
        PlanStatus status = actions.act("stop", said, request.getPackageId(), false);
        reply(observer, StopPlanResponse.newBuilder().setStatus(status).build());
    }

    @Override
    public void answerPlan(AnswerPlanRequest request, StreamObserver<AnswerPlanResponse> observer) {
        PlanStatus status = actions.answer(request);
        reply(observer, AnswerPlanResponse.newBuilder().setStatus(status).build());
    }

    @Override
    public void cancelPlan(CancelPlanRequest request, StreamObserver<CancelPlanResponse> observer) {
        Said said = new Said(request.getPlanId(), request.getText(), request.getBy(), "");
        if (request.getPackageId().isEmpty()) {
            actions.cancel(said);
        } else {
            actions.act("cancelPackage", said, request.getPackageId(), false);
        }
        reply(observer, CancelPlanResponse.getDefaultInstance());
    }

    @Override
    public void addPackage(AddPackageRequest request, StreamObserver<AddPackageResponse> observer) {
        PlanStatus status = actions.add(request);
        reply(observer, AddPackageResponse.newBuilder().setStatus(status).build());
    }

    @Override
    public void dropPackage(DropPackageRequest request, StreamObserver<DropPackageResponse> observer) {
        Said said = new Said(request.getPlanId(), request.getText(), request.getBy(), request.getRequestId());
        PlanStatus status = actions.act("dropPackage", said, request.getPackageId(), false);
        reply(observer, DropPackageResponse.newBuilder().setStatus(status).build());
    }

    @Override
    public void revisePackage(RevisePackageRequest request, StreamObserver<RevisePackageResponse> observer) {
        PlanStatus status = actions.revise(request);
        reply(observer, RevisePackageResponse.newBuilder().setStatus(status).build());
    }

    private static <T> void reply(StreamObserver<T> observer, T answer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
