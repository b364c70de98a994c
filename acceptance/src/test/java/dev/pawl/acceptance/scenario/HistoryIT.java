package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.Engine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import io.temporal.api.history.v1.HistoryEvent;
import org.junit.jupiter.api.Test;

/** Histories of tasks in the real engine. */
@OnSharedStack
class HistoryIT {
    private static final int MAX_BYTES_OF_AN_ITERATION = 20 * 1024;

    private final LocalStack stack;
    private final Tasks tasks;

    HistoryIT(LocalStack stack) {
        this.stack = stack;
        this.tasks = new Tasks(stack);
    }

    @Test
    void anIterationAddsAtMost20KiB() {
        Task task = tasks.run(fiveIterations());

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(bytesOfAnIteration(task)).isLessThanOrEqualTo(MAX_BYTES_OF_AN_ITERATION);
    }

    @Test
    void aPromptOfAMegabyteAndManyChecksAddNoMore() {
        TaskSpec.Builder spec = fiveIterations().setPrompt("Count. ".repeat(150_000));
        for (int i = 0; i < 30; i++) {
            spec.addChecks(Tasks.check("check " + i, "seq 1 300; test \"$(cat count.txt)\" -gt 0 # " + i));
        }
        Task task = tasks.run(spec);

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(tasks.content(task.getIterations(0).getPromptRef())).hasSizeGreaterThan(1_000_000);
        assertThat(bytesOfAnIteration(task)).isLessThanOrEqualTo(MAX_BYTES_OF_AN_ITERATION);
    }

    private static TaskSpec.Builder fiveIterations() {
        return Tasks.playing("five")
                .setLimits(Limits.newBuilder().setIterations(6))
                .addFiles("count.txt")
                .addChecks(Tasks.check("count", "cat count.txt; test \"$(cat count.txt)\" = 5"));
    }

    /** Start and end of the task count too. */
    private int bytesOfAnIteration(Task task) {
        try (Engine engine = new Engine(stack)) {
            int bytes = engine.history(task.getId()).getEvents().stream()
                    .mapToInt(HistoryEvent::getSerializedSize)
                    .sum();
            int each = bytes / task.getIterationsCount();
            System.out.printf(
                    "history of %d iterations with %d checks: %d bytes an iteration%n",
                    task.getIterationsCount(), task.getIterations(0).getChecksCount(), each);
            return each;
        }
    }
}
