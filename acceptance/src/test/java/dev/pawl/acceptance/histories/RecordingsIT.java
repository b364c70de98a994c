package dev.pawl.acceptance.histories;

import dev.pawl.acceptance.stack.Engine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Limits;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.collect.CollectWorkflow;
import dev.pawl.workflows.reap.ReapWorkflow;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Courses of a task: immediate success, iteration by iteration, across a kill, and over several runs; and maintenance
 * workflows.
 */
@OnRecordedStack
class RecordingsIT {
    /** A host that other recordings lost delays it by a quarter of this. */
    private static final Duration ENDS = Duration.ofMinutes(2);

    private final RecordedStack recorded;
    private final LocalStack stack;
    private final Tasks tasks;
    private final Recorder recorder;

    RecordingsIT(RecordedStack recorded) {
        this.recorded = recorded;
        this.stack = recorded.stack();
        this.tasks = recorded.tasks();
        this.recorder = new Recorder(recorded);
    }

    @Test
    void tasksThatEndByThemselvesAreReplayed() {
        String accepted = tasks.submit(Tasks.calculator("calculator_at_once"));
        String retried = tasks.submit(Tasks.calculator("calculator"));
        String aborted = tasks.submit(Tasks.calculator("empty_fields")
                .setLimits(Limits.newBuilder().setIterations(1))
                .setInteractive(false));

        recorder.task("accepted", accepted);
        recorder.task("retried", retried);
        recorder.task("aborted", aborted);
    }

    @Test
    void aTaskWhoseWorkerDiedIsReplayed() {
        String crashed = tasks.submit(Tasks.calculator("slow"));
        recorded.awaitAgent(crashed);
        stack.kill();
        stack.start();

        recorder.task("crashed", crashed);
    }

    @Test
    void aTaskThatContinuedAsNewIsReplayedRunByRun() {
        String continued = tasks.submit(Tasks.playing("five")
                .setLimits(Limits.newBuilder().setIterations(30))
                .addFiles("count.txt")
                .addChecks(Tasks.check("count", "cat count.txt; test \"$(cat count.txt)\" = 26")));
        Awaitility.await("26 iterations")
                .atMost(Duration.ofMinutes(5))
                .until(() -> tasks.get(continued).hasFinishedAt());

        try (Engine engine = new Engine(stack)) {
            WorkflowExecutionHistory last = engine.history(continued);
            String first = last.getEvents()
                    .getFirst()
                    .getWorkflowExecutionStartedEventAttributes()
                    .getContinuedExecutionRunId();
            recorder.run("continued-first", continued, engine.client().fetchHistory(continued, first));
        }
        recorder.task("continued-last", continued);
    }

    @Test
    void upkeepIsReplayed() {
        recorder.workflow("reaped", started(ReapWorkflow.TYPE, new Reap(false, false)));
        recorder.workflow("collected", started(CollectWorkflow.TYPE, new Collect(true)));
    }

    private String started(String type, Object input) {
        String id = "t-" + type;
        try (Engine engine = new Engine(stack)) {
            engine.client()
                    .newUntypedWorkflowStub(
                            type,
                            WorkflowOptions.newBuilder()
                                    .setWorkflowId(id)
                                    .setTaskQueue(TaskQueues.TASKS)
                                    .setWorkflowExecutionTimeout(ENDS)
                                    .build())
                    .start(input);
        }
        return id;
    }
}
