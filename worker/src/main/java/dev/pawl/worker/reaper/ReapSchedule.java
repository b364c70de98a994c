package dev.pawl.worker.reaper;

import dev.pawl.workflows.activity.Reap;
import dev.pawl.workflows.activity.TaskQueues;
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

/** The one schedule of a namespace by which everything open is compared, whichever workers there are. */
public final class ReapSchedule {
    /** Its id in the engine. */
    public static final String ID = "pawl-reaper";

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Rounds that were missed while there was no engine are not made up for. */
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    private final ScheduleClient schedules;
    private final Duration period;

    public ReapSchedule(WorkflowClient client, Duration period) {
        this.schedules = ScheduleClient.newInstance(
                client.getWorkflowServiceStubs(),
                ScheduleClientOptions.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setDataConverter(client.getOptions().getDataConverter())
                        .build());
        this.period = period;
    }

    /**
     * Makes the schedule where there is none, and gives it this period. Any number of workers may do so.
     *
     * @return false where the engine knows no schedules
     * @throws ScheduleException where the engine does not answer
     */
    public boolean ensure() {
        try {
            schedules.createSchedule(
                    ID, schedule(), ScheduleOptions.newBuilder().build());
            return true;
        } catch (ScheduleAlreadyRunningException there) {
            adjust(schedules.getHandle(ID));
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

    /** A pause that an operator made stays. */
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
                .setAction(ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType(ReapWorkflow.TYPE)
                        .setArguments(new Reap(true, false))
                        .setOptions(WorkflowOptions.newBuilder()
                                .setWorkflowId("pawl-reap")
                                .setTaskQueue(TaskQueues.TASKS)
                                .setWorkflowExecutionTimeout(LONGEST)
                                .build())
                        .build())
                .build();
    }

    private static boolean unimplemented(Throwable cause) {
        return cause instanceof StatusRuntimeException status
                && status.getStatus().getCode() == Status.Code.UNIMPLEMENTED;
    }
}
