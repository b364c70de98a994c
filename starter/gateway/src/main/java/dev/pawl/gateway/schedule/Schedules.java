package dev.pawl.gateway.schedule;

import dev.pawl.gateway.failure.Failures;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.scheduled.ScheduledRun;
import dev.pawl.workflows.scheduled.ScheduledRunWorkflow;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleListDescription;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine's schedules of tasks and plans. Their ids in the engine have a prefix, since it has others too. */
final class Schedules {
    static final String TITLE = "title";
    static final String KIND = "kind";
    static final String TIMES = "times";
    private static final int MOST = 1000;

    private final ScheduleClient client;

    Schedules(WorkflowClient engine) {
        this.client = ScheduleClient.newInstance(
                engine.getWorkflowServiceStubs(),
                ScheduleClientOptions.newBuilder()
                        .setNamespace(engine.getOptions().getNamespace())
                        .setDataConverter(engine.getOptions().getDataConverter())
                        .build());
    }

    /** @param memo what lists show of it */
    void create(ScheduledRun run, ScheduleSpec times, SchedulePolicy policy, boolean paused, Map<String, Object> memo) {
        Schedule schedule = Schedule.newBuilder()
                .setSpec(times)
                .setPolicy(policy)
                .setState(ScheduleState.newBuilder().setPaused(paused).build())
                .setAction(ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType(ScheduledRunWorkflow.TYPE)
                        .setArguments(run)
                        .setOptions(WorkflowOptions.newBuilder()
                                .setWorkflowId(ScheduledRunWorkflow.ID + run.schedule())
                                .setTaskQueue(TaskQueues.TASKS)
                                .build())
                        .build())
                .build();
        try {
            engine(
                    run.schedule(),
                    () -> client.createSchedule(
                            id(run.schedule()),
                            schedule,
                            ScheduleOptions.newBuilder().setMemo(memo).build()));
        } catch (ScheduleAlreadyRunningException taken) {
            throw Status.ALREADY_EXISTS
                    .withDescription(
                            "schedule '%s' exists; delete it first, or choose another name".formatted(run.schedule()))
                    .withCause(taken)
                    .asRuntimeException();
        }
    }

    /** By name. */
    List<ScheduleListDescription> list() {
        return engine(
                "",
                () -> client.listSchedules(MOST)
                        .filter(each -> each.getScheduleId().startsWith(ScheduledRunWorkflow.ID))
                        .limit(MOST)
                        .sorted(Comparator.comparing(ScheduleListDescription::getScheduleId))
                        .toList());
    }

    void pause(String name, String note) {
        handle(name, handle -> handle.pause(note));
    }

    void resume(String name, String note) {
        handle(name, handle -> handle.unpause(note));
    }

    void trigger(String name) {
        handle(name, ScheduleHandle::trigger);
    }

    void delete(String name) {
        handle(name, ScheduleHandle::delete);
    }

    private interface Step {
        void on(ScheduleHandle handle);
    }

    private void handle(String name, Step step) {
        engine(name, () -> {
            step.on(client.getHandle(id(name)));
            return name;
        });
    }

    private static String id(String name) {
        return ScheduledRunWorkflow.ID + name;
    }

    /** @throws StatusRuntimeException for what the caller can change */
    private static <T> T engine(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (ScheduleException failure) {
            throw explained(name, failure, failure.getCause());
        } catch (StatusRuntimeException failure) {
            throw explained(name, failure, failure);
        }
    }

    private static RuntimeException explained(String name, RuntimeException failure, @Nullable Throwable cause) {
        if (!(cause instanceof StatusRuntimeException status)) {
            return failure;
        }
        return switch (status.getStatus().getCode()) {
            case NOT_FOUND -> Failures.notFound("no schedule '%s'; pawl schedule list shows them".formatted(name));
            case INVALID_ARGUMENT ->
                Failures.invalid("times", String.valueOf(status.getStatus().getDescription()));
            case UNIMPLEMENTED ->
                Failures.precondition(
                        FailureTypes.NOT_NOW,
                        "the engine of this stack has no schedules; use a Temporal server, see docs/operations.md");
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED ->
                Failures.unavailable("the engine does not answer; try again");
            default -> status;
        };
    }
}
