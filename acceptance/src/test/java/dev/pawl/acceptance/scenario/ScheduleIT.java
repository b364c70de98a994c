package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.CreateScheduleRequest;
import dev.pawl.api.v1.DeleteScheduleRequest;
import dev.pawl.api.v1.ListSchedulesRequest;
import dev.pawl.api.v1.ResumeScheduleRequest;
import dev.pawl.api.v1.Schedule;
import dev.pawl.api.v1.ScheduleTimes;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.TriggerScheduleRequest;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The engine starts a task at its time; here, at once. */
@OnSharedStack
class ScheduleIT {
    private static final String NAME = "calculator-nightly";

    private final LocalStack stack;
    private final Tasks tasks;

    ScheduleIT(LocalStack stack) {
        this.stack = stack;
        this.tasks = new Tasks(stack);
    }

    @Test
    void aTriggeredScheduleRunsItsTaskAndIsListedUntilItIsDeleted() {
        CreateScheduleRequest request = CreateScheduleRequest.newBuilder()
                .setName(NAME)
                .setTask(Tasks.calculator("calculator_at_once"))
                .setTimes(ScheduleTimes.newBuilder().addCron("0 3 1 1 *").setTimeZone("Europe/Berlin"))
                .setPaused(true)
                .build();
        stack.client().schedules().createSchedule(request);
        assertThatThrownBy(() -> stack.client().schedules().createSchedule(request))
                .hasMessageContaining("ALREADY_EXISTS");
        assertThatThrownBy(() -> stack.client()
                        .schedules()
                        .createSchedule(request.toBuilder()
                                .setName("other")
                                .setTimes(ScheduleTimes.newBuilder().addCron("0 3 99 1 *"))
                                .build()))
                .hasMessageContaining("INVALID_ARGUMENT");
        stack.client()
                .schedules()
                .triggerSchedule(
                        TriggerScheduleRequest.newBuilder().setName(NAME).build());

        String started = Awaitility.await("the schedule started a task")
                .atMost(Duration.ofSeconds(30))
                .until(() -> listed().filter(each -> each.getStartedCount() > 0), Optional::isPresent)
                .orElseThrow()
                .getStarted(0);
        Awaitility.await("the task is registered")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> tasks.get(started).hasCreatedAt());
        Task task = tasks.finished(started);

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getId()).matches(NAME + "-\\d{8}T\\d{6}Z");
        assertThat(listed()).get().extracting(Schedule::getPaused).isEqualTo(true);
        stack.client()
                .schedules()
                .deleteSchedule(DeleteScheduleRequest.newBuilder().setName(NAME).build());
        assertThatThrownBy(() -> stack.client()
                        .schedules()
                        .resumeSchedule(
                                ResumeScheduleRequest.newBuilder().setName(NAME).build()))
                .hasMessageContaining("no schedule '" + NAME + "'");
    }

    private Optional<Schedule> listed() {
        return stack
                .client()
                .schedules()
                .listSchedules(ListSchedulesRequest.getDefaultInstance())
                .getSchedulesList()
                .stream()
                .filter(schedule -> schedule.getName().equals(NAME))
                .findFirst();
    }
}
