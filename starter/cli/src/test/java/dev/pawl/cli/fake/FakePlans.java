package dev.pawl.cli.fake;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
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
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanServiceGrpc.PlanServiceImplBase;
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
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Plans from memory; records calls. */
public final class FakePlans extends PlanServiceImplBase {
    public final Map<String, Plan> plans = new LinkedHashMap<>();
    public final List<SubmitPlanRequest> submitted = new CopyOnWriteArrayList<>();
    public final List<Message> actions = new CopyOnWriteArrayList<>();
    public Consumer<StreamObserver<WatchPlanResponse>> watch = StreamObserver::onCompleted;

    private static <T> void answer(StreamObserver<T> out, T response) {
        out.onNext(response);
        out.onCompleted();
    }

    public static WatchPlanResponse state(Plan plan) {
        return WatchPlanResponse.newBuilder().setPlan(plan).build();
    }

    @Override
    public void submitPlan(SubmitPlanRequest request, StreamObserver<SubmitPlanResponse> out) {
        submitted.add(request);
        answer(
                out,
                SubmitPlanResponse.newBuilder()
                        .setPlanId(plans.keySet().iterator().next())
                        .setRegistered(true)
                        .build());
    }

    @Override
    public void getPlan(GetPlanRequest request, StreamObserver<GetPlanResponse> out) {
        Plan plan = plans.get(request.getPlanId());
        if (plan != null) {
            answer(out, GetPlanResponse.newBuilder().setPlan(plan).build());
            return;
        }
        ErrorInfo info = ErrorInfo.newBuilder()
                .setReason("UnknownPlan")
                .putMetadata("closest", String.join(",", plans.keySet()))
                .build();
        out.onError(StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(Code.NOT_FOUND_VALUE)
                .setMessage("no such plan")
                .addDetails(Any.pack(info))
                .build()));
    }

    @Override
    public void listPlans(ListPlansRequest request, StreamObserver<ListPlansResponse> out) {
        List<Plan> matching = plans.values().stream()
                .filter(plan -> request.getStatus() == PlanStatus.PLAN_STATUS_UNSPECIFIED
                        || plan.getStatus() == request.getStatus())
                .filter(plan -> plan.getId().contains(request.getText()))
                .map(plan -> plan.toBuilder().clearPackages().build())
                .toList();
        int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
        int to = Math.min(matching.size(), from + Math.min(2, request.getPageSize()));
        ListPlansResponse.Builder page = ListPlansResponse.newBuilder().addAllPlans(matching.subList(from, to));
        answer(out, (to < matching.size() ? page.setNextPageToken(Integer.toString(to)) : page).build());
    }

    @Override
    public void watchPlan(WatchPlanRequest request, StreamObserver<WatchPlanResponse> out) {
        watch.accept(out);
    }

    private PlanStatus acted(Message request) {
        actions.add(request);
        return PlanStatus.PLAN_STATUS_RUNNING;
    }

    @Override
    public void pausePlan(PausePlanRequest request, StreamObserver<PausePlanResponse> out) {
        answer(out, PausePlanResponse.newBuilder().setStatus(acted(request)).build());
    }

    @Override
    public void resumePlan(ResumePlanRequest request, StreamObserver<ResumePlanResponse> out) {
        answer(out, ResumePlanResponse.newBuilder().setStatus(acted(request)).build());
    }

    @Override
    public void instructPlan(InstructPlanRequest request, StreamObserver<InstructPlanResponse> out) {
        answer(out, InstructPlanResponse.newBuilder().setStatus(acted(request)).build());
    }

    @Override
    public void answerPlan(AnswerPlanRequest request, StreamObserver<AnswerPlanResponse> out) {
        answer(out, AnswerPlanResponse.newBuilder().setStatus(acted(request)).build());
    }

    @Override
    public void stopPlan(StopPlanRequest request, StreamObserver<StopPlanResponse> out) {
        answer(out, StopPlanResponse.newBuilder().setStatus(acted(request)).build());
    }

    @Override
    public void cancelPlan(CancelPlanRequest request, StreamObserver<CancelPlanResponse> out) {
        actions.add(request);
        answer(out, CancelPlanResponse.getDefaultInstance());
    }

    @Override
    public void dropPackage(DropPackageRequest request, StreamObserver<DropPackageResponse> out) {
        answer(out, DropPackageResponse.newBuilder().setStatus(acted(request)).build());
    }

    @Override
    public void addPackage(AddPackageRequest request, StreamObserver<AddPackageResponse> out) {
        answer(out, AddPackageResponse.newBuilder().setStatus(acted(request)).build());
    }

    @Override
    public void revisePackage(RevisePackageRequest request, StreamObserver<RevisePackageResponse> out) {
        answer(out, RevisePackageResponse.newBuilder().setStatus(acted(request)).build());
    }
}
