package dev.pawl.acceptance.histories;

import com.google.protobuf.util.Durations;
import dev.pawl.acceptance.stack.Engine;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.CreateScheduleRequest;
import dev.pawl.api.v1.Escalation;
import dev.pawl.api.v1.JudgeProvider;
import dev.pawl.api.v1.JudgeSpec;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.ListSchedulesRequest;
import dev.pawl.api.v1.Schedule;
import dev.pawl.api.v1.ScheduleTimes;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.TriggerScheduleRequest;
import dev.pawl.api.v1.WaitSpec;
import dev.pawl.workflows.scheduled.ScheduledRunWorkflow;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Messages of people to a task, ends by people, and judges. */
@OnRecordedStack
class PeopleRecordingsIT {
    private final RecordedStack recorded;
    private final Tasks tasks;
    private final People people;
    private final Recorder recorder;

    PeopleRecordingsIT(RecordedStack recorded) {
        this.recorded = recorded;
        this.tasks = recorded.tasks();
        this.people = recorded.people();
        this.recorder = new Recorder(recorded);
    }

    @Test
    void tasksThatContinueAfterAPersonsActionAreReplayed() {
        String clarified = tasks.submit(Tasks.calculator("vague"));
        String approved = tasks.submit(Tasks.calculator("calculator_at_once")
                .addBreakpoints(Breakpoint.newBuilder().setMoment(BreakpointMoment.BREAKPOINT_MOMENT_BEFORE_ACCEPT)));
        String rejected = tasks.submit(Tasks.calculator("vague"));
        tasks.await(clarified, TaskStatus.TASK_STATUS_WAITING);
        people.answer(clarified, "handle decimals");
        tasks.await(approved, TaskStatus.TASK_STATUS_WAITING);
        people.approve(approved);
        tasks.await(rejected, TaskStatus.TASK_STATUS_WAITING);
        people.reject(rejected);

        recorder.task("clarified", clarified);
        recorder.task("approved", approved);
        recorder.task("rejected", rejected);
    }

    @Test
    void aTaskThatRemindsIsReplayed() {
        String reminded = tasks.submit(Tasks.calculator("vague")
                .setPersonWait(WaitSpec.newBuilder()
                        .addRemind(Durations.fromSeconds(1))
                        .addEscalate(Escalation.newBuilder()
                                .setAfter(Durations.fromSeconds(2))
                                .setTo("lead"))));
        Awaitility.await("the question is escalated")
                .atMost(Duration.ofMinutes(1))
                .until(() -> tasks.get(reminded).getQuestion().getEscalatedTo().equals("lead"));
        people.answer(reminded, "handle decimals");

        recorder.task("reminded", reminded);
    }

    @Test
    void theRunOfAScheduleIsReplayed() {
        recorded.stack()
                .client()
                .schedules()
                .createSchedule(CreateScheduleRequest.newBuilder()
                        .setName("nightly")
                        .setTask(Tasks.calculator("calculator_at_once"))
                        .setTimes(ScheduleTimes.newBuilder().addCron("0 3 1 1 *"))
                        .setPaused(true)
                        .build());
        recorded.stack()
                .client()
                .schedules()
                .triggerSchedule(
                        TriggerScheduleRequest.newBuilder().setName("nightly").build());
        String task = Awaitility.await("the schedule started its task")
                .atMost(Duration.ofMinutes(1))
                .until(this::started, id -> !id.isEmpty());

        recorder.workflow(
                "scheduled",
                ScheduledRunWorkflow.ID
                        + task.replaceFirst(
                                "(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})Z$", "$1-$2-$3T$4:$5:$6Z"));
    }

    /** The id of its first task; empty if it started none yet. */
    private String started() {
        Schedule schedule = recorded.stack()
                .client()
                .schedules()
                .listSchedules(ListSchedulesRequest.getDefaultInstance())
                .getSchedules(0);
        return schedule.getStartedCount() == 0 ? "" : schedule.getStarted(0);
    }

    @Test
    void aTaskThatAPersonSteersIsReplayed() {
        String steered = tasks.submit(counting(5));
        recorded.awaitAgent(steered);
        people.pause(steered);
        tasks.await(steered, TaskStatus.TASK_STATUS_PAUSED);
        people.instruct(steered, "count on");
        people.resume(steered);

        recorder.task("steered", steered);
    }

    @Test
    void tasksThatAPersonEndsAreReplayed() {
        String stopped = tasks.submit(Tasks.calculator("endless"));
        String cancelled = tasks.submit(Tasks.calculator("endless"));
        String cancelledInEngine = tasks.submit(Tasks.calculator("endless"));
        recorded.awaitAgent(stopped);
        recorded.awaitAgent(cancelled);
        recorded.awaitAgent(cancelledInEngine);
        people.stop(stopped);
        people.cancel(cancelled);
        try (Engine engine = new Engine(recorded.stack())) {
            engine.client().newUntypedWorkflowStub(cancelledInEngine).cancel();
        }

        recorder.task("stopped", stopped);
        recorder.task("cancelled", cancelled);
        recorder.task("cancelled-in-engine", cancelledInEngine);
    }

    @Test
    void aTaskThatIsJudgedIsReplayed() {
        recorded.judge()
                .says("{\"score\": 0.4, \"issues\": [\"divide has no example\"], \"question\": null}")
                .says("{\"score\": 0.9, \"issues\": [], \"question\": null}");
        String judged = tasks.submit(Tasks.calculator("examples")
                .setJudge(JudgeSpec.newBuilder()
                        .setRubric("Each function has an example of its use")
                        .setProvider(JudgeProvider.JUDGE_PROVIDER_OLLAMA)
                        .setModel("m-1")));

        recorder.task("judged", judged);
    }

    /** A task whose every iteration counts one further. */
    static TaskSpec.Builder counting(int to) {
        return Tasks.playing("five")
                .setLimits(Limits.newBuilder().setIterations(to + 1))
                .addFiles("count.txt")
                .addChecks(Tasks.check("count", "cat count.txt; test \"$(cat count.txt)\" = " + to));
    }
}
