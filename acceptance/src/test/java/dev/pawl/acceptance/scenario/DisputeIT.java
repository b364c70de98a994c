package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.CommandLine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent whose check contradicts the task has an honest way out, through every interface. */
@OnSharedStack
class DisputeIT {
    private final LocalStack stack;
    private final Tasks tasks;

    DisputeIT(LocalStack stack) {
        this.stack = stack;
        this.tasks = new Tasks(stack);
    }

    @Test
    void aDisputedCheckIsAQuestionAndMayBeSkippedByAPerson(@TempDir Path directory) throws Exception {
        String id = tasks.submit(disputed());
        Task waiting = tasks.await(id, TaskStatus.TASK_STATUS_WAITING);
        assertThat(waiting.getQuestion().getKind()).isEqualTo("dispute");
        assertThat(waiting.getQuestion().getQuestion()).contains("check 'sums'", "it wants 6 for 2 + 3");
        assertThat(waiting.getQuestion().getReasonsList()).anyMatch(reason -> reason.contains("AssertionError: 5"));
        CommandLine cli = new CommandLine(stack);
        assertThat(cli.run(directory, "status", id).output())
                .contains("it wants 6 for 2 + 3", "pawl answer " + id + " \"skip this check for this task\"");

        assertThat(cli.run(directory, "answer", id, "skip this check for this task")
                        .exitCode())
                .isZero();

        Task task = tasks.finished(id);
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getReason()).contains("check 'sums' was skipped by a person, so the proof is weaker");
        assertThat(task.getSessionsList()).hasSize(1);
    }

    @Test
    void anUnattendedDisputeEndsAsPartialWithTheDisputeAsItsReason() {
        Task task = tasks.run(disputed().setInteractive(false));

        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PARTIAL);
        assertThat(task.getReason())
                .startsWith(
                        "a person would have been asked: According to the agent, check 'sums' contradicts the task");
        assertThat(task.getCause().name()).endsWith("NEEDS_PERSON");
    }

    private static TaskSpec.Builder disputed() {
        return Tasks.calculator("disputes")
                .addChecks(Tasks.check(
                        "sums", "python3 -c 'import calculator as c; assert c.add(2, 3) == 6, c.add(2, 3)'"));
    }
}
