package dev.pawl.cli.fake;

import com.google.protobuf.Message;
import dev.pawl.api.v1.CreateScheduleRequest;
import dev.pawl.api.v1.CreateScheduleResponse;
import dev.pawl.api.v1.DeleteScheduleRequest;
import dev.pawl.api.v1.DeleteScheduleResponse;
import dev.pawl.api.v1.ListSchedulesRequest;
import dev.pawl.api.v1.ListSchedulesResponse;
import dev.pawl.api.v1.PauseScheduleRequest;
import dev.pawl.api.v1.PauseScheduleResponse;
import dev.pawl.api.v1.ResumeScheduleRequest;
import dev.pawl.api.v1.ResumeScheduleResponse;
import dev.pawl.api.v1.Schedule;
import dev.pawl.api.v1.ScheduleServiceGrpc.ScheduleServiceImplBase;
import dev.pawl.api.v1.TriggerScheduleRequest;
import dev.pawl.api.v1.TriggerScheduleResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Schedules that start nothing, and the calls on them. */
public final class FakeSchedules extends ScheduleServiceImplBase {
    public final List<Message> calls = new CopyOnWriteArrayList<>();
    public final List<Schedule> schedules = new CopyOnWriteArrayList<>();

    private <T> void answer(Message request, StreamObserver<T> out, T response) {
        calls.add(request);
        out.onNext(response);
        out.onCompleted();
    }

    @Override
    public void createSchedule(CreateScheduleRequest request, StreamObserver<CreateScheduleResponse> out) {
        Schedule created = Schedule.newBuilder()
                .setName(request.getName())
                .setTitle(request.getTask().getTitle())
                .setTimes("then")
                .setPaused(request.getPaused())
                .build();
        answer(
                request,
                out,
                CreateScheduleResponse.newBuilder().setSchedule(created).build());
    }

    @Override
    public void listSchedules(ListSchedulesRequest request, StreamObserver<ListSchedulesResponse> out) {
        answer(
                request,
                out,
                ListSchedulesResponse.newBuilder().addAllSchedules(schedules).build());
    }

    @Override
    public void pauseSchedule(PauseScheduleRequest request, StreamObserver<PauseScheduleResponse> out) {
        answer(request, out, PauseScheduleResponse.getDefaultInstance());
    }

    @Override
    public void resumeSchedule(ResumeScheduleRequest request, StreamObserver<ResumeScheduleResponse> out) {
        answer(request, out, ResumeScheduleResponse.getDefaultInstance());
    }

    @Override
    public void triggerSchedule(TriggerScheduleRequest request, StreamObserver<TriggerScheduleResponse> out) {
        answer(request, out, TriggerScheduleResponse.getDefaultInstance());
    }

    @Override
    public void deleteSchedule(DeleteScheduleRequest request, StreamObserver<DeleteScheduleResponse> out) {
        answer(request, out, DeleteScheduleResponse.getDefaultInstance());
    }
}
