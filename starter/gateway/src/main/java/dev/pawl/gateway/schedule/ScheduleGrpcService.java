package dev.pawl.gateway.schedule;

import com.google.protobuf.Duration;
import com.google.rpc.BadRequest.FieldViolation;
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
import dev.pawl.api.v1.ScheduleServiceGrpc;
import dev.pawl.api.v1.TriggerScheduleRequest;
import dev.pawl.api.v1.TriggerScheduleResponse;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.submit.ScheduledWork;
import dev.pawl.gateway.wire.Times;
import dev.pawl.workflows.scheduled.ScheduledRun;
import dev.pawl.workflows.scheduled.ScheduledRunWorkflow;
import dev.pawl.workflows.scheduled.WorkIds;
import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.schedules.ScheduleActionExecutionStartWorkflow;
import io.temporal.client.schedules.ScheduleListDescription;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The protocol's schedule service. */
public final class ScheduleGrpcService extends ScheduleServiceGrpc.ScheduleServiceImplBase {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final java.time.Duration CATCH_UP = java.time.Duration.ofHours(1);
    private static final int MOST_NOTE = 1_000;

    private final Schedules schedules;

    public ScheduleGrpcService(WorkflowClient engine) {
        this.schedules = new Schedules(engine);
    }

    @Override
    public void createSchedule(CreateScheduleRequest request, StreamObserver<CreateScheduleResponse> observer) {
        List<FieldViolation> violations = new ArrayList<>();
        if (!NAME.matcher(request.getName()).matches()) {
            violations.add(violation("name", "must have 1 to 60 letters, digits, '.', '_' and '-'"));
        }
        ScheduleSpec times = new TimesReader(request.getTimes(), violations).read();
        SchedulePolicy policy = SchedulePolicy.newBuilder()
                .setOverlap(overlap(request))
                .setCatchupWindow(catchUp(request, violations))
                .build();
        ScheduledRun run = ScheduledWork.read(request, violations);
        boolean task = run.task() != null;
        String title = task ? request.getTask().getTitle() : request.getPlan().getTitle();
        String kind = task ? "task" : "plan";
        String text = TimesReader.text(request.getTimes());
        schedules.create(
                run,
                times,
                policy,
                request.getPaused(),
                Map.of(Schedules.TITLE, title, Schedules.KIND, kind, Schedules.TIMES, text));
        observer.onNext(CreateScheduleResponse.newBuilder()
                .setSchedule(Schedule.newBuilder()
                        .setName(request.getName())
                        .setTitle(title)
                        .setKind(kind)
                        .setTimes(text)
                        .setPaused(request.getPaused()))
                .build());
        observer.onCompleted();
    }

    private static ScheduleOverlapPolicy overlap(CreateScheduleRequest request) {
        return switch (request.getOverlap()) {
            case SCHEDULE_OVERLAP_UNSPECIFIED, SCHEDULE_OVERLAP_SKIP, UNRECOGNIZED ->
                ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP;
            case SCHEDULE_OVERLAP_BUFFER_ONE -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ONE;
            case SCHEDULE_OVERLAP_BUFFER_ALL -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL;
            case SCHEDULE_OVERLAP_CANCEL_OTHER -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER;
            case SCHEDULE_OVERLAP_ALLOW_ALL -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL;
        };
    }

    private static java.time.Duration catchUp(CreateScheduleRequest request, List<FieldViolation> violations) {
        if (!request.hasCatchupWindow()) {
            return CATCH_UP;
        }
        Duration window = request.getCatchupWindow();
        if (window.getSeconds() < 10 || window.getSeconds() > 366L * 86_400) {
            violations.add(violation("catchup_window", "must be 10 seconds to 366 days"));
            return CATCH_UP;
        }
        return java.time.Duration.ofSeconds(window.getSeconds());
    }

    private static FieldViolation violation(String field, String description) {
        return FieldViolation.newBuilder()
                .setField(field)
                .setDescription(description)
                .build();
    }

    @Override
    public void listSchedules(ListSchedulesRequest request, StreamObserver<ListSchedulesResponse> observer) {
        ListSchedulesResponse.Builder response = ListSchedulesResponse.newBuilder();
        schedules.list().forEach(each -> response.addSchedules(message(each)));
        observer.onNext(response.build());
        observer.onCompleted();
    }

    private static Schedule message(ScheduleListDescription each) {
        Schedule.Builder message = Schedule.newBuilder()
                .setName(each.getScheduleId().substring(ScheduledRunWorkflow.ID.length()))
                .setTitle(memo(each, Schedules.TITLE))
                .setKind(memo(each, Schedules.KIND))
                .setTimes(memo(each, Schedules.TIMES))
                .setPaused(each.getSchedule().getState().isPaused())
                .setNote(String.valueOf(each.getSchedule().getState().getNote()));
        each.getInfo().getNextActionTimes().forEach(next -> message.addNext(Times.of(next)));
        each.getInfo().getRecentActions().forEach(action -> {
            if (action.getAction() instanceof ScheduleActionExecutionStartWorkflow started) {
                message.addStarted(WorkIds.of(started.getWorkflowId()));
            }
        });
        return message.build();
    }

    private static String memo(ScheduleListDescription each, String key) {
        Object value = each.getMemo(key, String.class);
        return value == null ? "" : value.toString();
    }

    @Override
    public void pauseSchedule(PauseScheduleRequest request, StreamObserver<PauseScheduleResponse> observer) {
        schedules.pause(named(request.getName()), note(request.getNote(), "paused"));
        observer.onNext(PauseScheduleResponse.getDefaultInstance());
        observer.onCompleted();
    }

    @Override
    public void resumeSchedule(ResumeScheduleRequest request, StreamObserver<ResumeScheduleResponse> observer) {
        schedules.resume(named(request.getName()), note(request.getNote(), "resumed"));
        observer.onNext(ResumeScheduleResponse.getDefaultInstance());
        observer.onCompleted();
    }

    @Override
    public void triggerSchedule(TriggerScheduleRequest request, StreamObserver<TriggerScheduleResponse> observer) {
        schedules.trigger(named(request.getName()));
        observer.onNext(TriggerScheduleResponse.getDefaultInstance());
        observer.onCompleted();
    }

    @Override
    public void deleteSchedule(DeleteScheduleRequest request, StreamObserver<DeleteScheduleResponse> observer) {
        schedules.delete(named(request.getName()));
        observer.onNext(DeleteScheduleResponse.getDefaultInstance());
        observer.onCompleted();
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Failures.notFound("no schedule '%s'; pawl schedule list shows them".formatted(name));
        }
        return name;
    }

    /** The engine refuses an empty one. */
    private static String note(String note, String otherwise) {
        if (note.length() > MOST_NOTE) {
            throw Failures.invalid("note", "has at most %d characters".formatted(MOST_NOTE));
        }
        return note.isBlank() ? otherwise : note;
    }
}
