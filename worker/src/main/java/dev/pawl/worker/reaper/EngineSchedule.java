package dev.pawl.worker.reaper;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.collect.CollectWorkflow;
import dev.pawl.workflows.reap.ReapWorkflow;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleUpdate;
import java.time.Duration;
import java.util.List;

/** A schedule that exists once per namespace, independent of workers. */
public final class EngineSchedule {
    /** Rounds missed during an outage of the engine are not caught up. */
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    private final ScheduleClient schedules;
    private final String id;
    private final Duration period;
    private final ScheduleActionStartWorkflow action;

    private EngineSchedule(WorkflowClient client, String id, Duration period, ScheduleActionStartWorkflow action) {
        this.schedules = ScheduleClient.newInstance(
                client.getWorkflowServiceStubs(),
                ScheduleClientOptions.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setDataConverter(client.getOptions().getDataConverter())
                        .build());
        this.id = id;
        this.period = period;
        this.action = action;
    }

    /** Runs the reaper. */
    public static EngineSchedule reaping(WorkflowClient client, Duration period) {
        return new EngineSchedule(
                client,
                "pawl-reaper",
                period,
                ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType(ReapWorkflow.TYPE)
                        .setArguments(new Reap(true, false))
                        .setOptions(options("pawl-reap", Duration.ofMinutes(10)))
                        .build());
    }

    /** Removes old data. */
    public static EngineSchedule collecting(WorkflowClient client, Duration period) {
        return new EngineSchedule(
                client,
                "pawl-gc",
                period,
                ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType(CollectWorkflow.TYPE)
                        .setArguments(new Collect(false))
                        .setOptions(options("pawl-collect", Duration.ofHours(4)))
                        .build());
    }

    private static WorkflowOptions options(String workflowId, Duration longest) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId)
                .setTaskQueue(TaskQueues.TASKS)
                .setWorkflowExecutionTimeout(longest)
                .build();
    }

    /** Its id in the engine. */
    public String id() {
        return id;
    }

    /**
     * Creates the schedule if it does not exist, and sets its period. Safe to call from any number of workers.
     *
     * @return false if the engine has no schedules
     * @throws ScheduleException if the engine does not answer
     */
    public boolean ensure() {
        try {
            schedules.createSchedule(
                    id, schedule(), ScheduleOptions.newBuilder().build());
            return true;
        } catch (ScheduleAlreadyRunningException there) {
            adjust(schedules.getHandle(id));
            return true;
        } catch (ScheduleException e) {
            Throwable cause = e.getCause();
            if (cause != null && unimplemented(cause)) {
                return false;
            }
            throw e;
        } catch (StatusRuntimeException e) {
            if (unimplemented(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Keeps an operator's pause. */
    private void adjust(ScheduleHandle there) {
        if (!there.describe().getSchedule().getSpec().equals(schedule().getSpec())) {
            there.update(input -> new ScheduleUpdate(
                    Schedule.newBuilder(input.getDescription().getSchedule())
                            .setSpec(schedule().getSpec())
                            .build()));
        }
    }

    private Schedule schedule() {
        return Schedule.newBuilder()
                .setSpec(ScheduleSpec.newBuilder()
                        .setIntervals(List.of(new ScheduleIntervalSpec(period)))
                        .build())
                .setPolicy(SchedulePolicy.newBuilder()
                        .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                        .setCatchupWindow(CATCH_UP)
                        .build())
                .setAction(action)
                .build();
    }

    private static boolean unimplemented(Throwable cause) {
        return cause instanceof StatusRuntimeException status
                && status.getStatus().getCode() == Status.Code.UNIMPLEMENTED;
    }
}
