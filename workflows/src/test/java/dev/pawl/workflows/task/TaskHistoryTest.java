package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How large a task's history may grow, and what must survive continue-as-new. */
class TaskHistoryTest {
    /** Of the 50 MiB that an engine allows, for thousands of iterations in a run. */
    private static final int MAX_BYTES_OF_AN_ITERATION = 20 * 1024;

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void anIterationOfThousandsOfChecksAndFilesAddsAtMost20KiB() {
        List<CheckSpec> checks = IntStream.range(0, 2_000)
                .mapToObj(i -> new CheckSpec("check " + i, "make " + i, Duration.ofMinutes(1), Must.PASS, 0, null))
                .toList();
        world.prepared = new Prepared("base", "basetree", checks, List.of(), List.of());
        int iterations = 5;
        for (int i = 0; i < iterations; i++) {
            world.agents.add(input -> report(Ending.FINISHED));
            world.evidence.add(huge(i, checks));
        }
        WorkflowStub task = engine.submit("t-1", request(iterations(iterations), List.of(), false));

        TaskOutcome outcome = TaskEngine.outcome(task);
        int bytes = engine.history(task.getExecution()).stream()
                .mapToInt(HistoryEvent::getSerializedSize)
                .sum();
        System.out.printf("history with 2,000 checks and 5,000 files: %d bytes an iteration%n", bytes / iterations);

        assertThat(outcome.iterations()).isEqualTo(iterations);
        assertThat(outcome.reason()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(bytes / iterations).isLessThanOrEqualTo(MAX_BYTES_OF_AN_ITERATION);
    }

    @Test
    void aDeliveryTooLargeForAHistoryFailsWithThatReasonAndIsNotTriedAgain() {
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(green("t1"));
        world.delivered = new Delivered(true, "x".repeat(70_000));

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", delivering()));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.cause()).isEqualTo(Cause.DELIVERY);
        assertThat(outcome.reason()).contains("too large for a history");
        assertThat(world.deliveries).isEqualTo(1);
        assertThat(world.finished).hasSize(1);
    }

    @Test
    void aMessageAtContinueAsNewIsNeitherLostNorHandledTwice() throws InterruptedException {
        CountDownLatch secondRun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        for (int i = 1; i <= 27; i++) {
            int number = i;
            world.agents.add(input -> {
                if (number == 26) {
                    secondRun.countDown();
                    await(released);
                }
                return report(Ending.FINISHED);
            });
            world.evidence.add(number < 27 ? red("t" + number) : green("done"));
        }
        // Sent while the decision of the run's last iteration is running: handled, answered, then carried over.
        WorkflowStub[] signalled = new WorkflowStub[1];
        world.beforeDecision = iteration -> {
            if (iteration == 25) {
                say(signalled[0], "instruct", "last-of-the-run", "be brief");
                say(signalled[0], "pause", "pause-1", "");
                say(signalled[0], "resume", "resume-1", "");
            }
        };
        CountDownLatch submitted = new CountDownLatch(1);
        world.beforePreparing = () -> await(submitted);
        signalled[0] = engine.submit("t-1", request(iterations(30), List.of(), false));
        String firstRun = signalled[0].getExecution().getRunId();
        submitted.countDown();
        secondRun.await();

        // Its response got lost: sent again, to the current run.
        TaskView again = say(signalled[0], "instruct", "last-of-the-run", "be brief");
        say(signalled[0], "resume", "resume-1", "");
        released.countDown();

        assertThat(again.iteration()).isEqualTo(26);
        assertThat(TaskEngine.outcome(signalled[0]).iterations()).isEqualTo(27);
        assertThat(engine.history(signalled[0].getExecution())
                        .getLast()
                        .getEventType()
                        .name())
                .contains("CONTINUED_AS_NEW");
        assertThat(signalled[0].getExecution().getRunId()).isEqualTo(firstRun);
        assertThat(world.prompts.get(25)).containsOnlyOnce("be brief");
        assertThat(world.prompts.get(26)).containsOnlyOnce("be brief");
    }

    private static TaskView say(WorkflowStub task, String name, String id, String text) {
        UpdateOptions<TaskView> options = UpdateOptions.newBuilder(TaskView.class)
                .setUpdateName(name)
                .setUpdateId(id)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        return task.startUpdate(options, new Action(text, "ann")).getResult();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Evidence huge(int iteration, List<CheckSpec> checks) {
        List<CheckEvidence> red = checks.stream()
                .map(check -> new CheckEvidence(
                        check.name(),
                        CheckState.FAILED,
                        1,
                        false,
                        1,
                        List.of("test_" + iteration),
                        List.of(),
                        "x".repeat(CheckEvidence.MAX_EXCERPT),
                        null,
                        5))
                .toList();
        List<FileEvidence> missing = IntStream.range(0, 5_000)
                .mapToObj(i -> new FileEvidence("src/file" + i + ".py", false, true, false))
                .toList();
        return new Evidence(
                "commit" + iteration,
                "tree" + iteration,
                new DiffSummary(1, 1, 0, true, null),
                missing,
                red,
                List.of(),
                false);
    }

    private static TaskRequest delivering() {
        return Samples.delivering(request(iterations(3), List.of(), false), DeliverMode.APPLY);
    }
}
