package dev.pawl.acceptance.histories;

import dev.pawl.acceptance.stack.Engine;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.JudgeProvider;
import dev.pawl.api.v1.JudgeSpec;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
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
