package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.CommandLine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.SmallRepository;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.DeliveryState;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An accepted result is delivered, or everyone who asks learns that it was not. */
@OnSharedStack
class DeliveryIT {
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private SmallRepository repository;

    private final Tasks tasks;
    private final CommandLine pawl;

    DeliveryIT(LocalStack stack) {
        tasks = new Tasks(stack);
        pawl = new CommandLine(stack);
    }

    @BeforeEach
    void aRepository() throws Exception {
        repository = SmallRepository.make(directory);
    }

    @Test
    void anAcceptedResultThatCannotBeDeliveredHasItsOwnExitCodeAndSaysHowToGetIt() throws Exception {
        Files.writeString(repository.file(), "def f(): return 'mine'\n");

        Task task = tasks.run(
                repository.task().setDeliver(DeliverMode.DELIVER_MODE_APPLY).setInteractive(false));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getCause()).isEqualTo(Cause.CAUSE_DELIVERY);
        assertThat(task.getDelivery().getState()).isEqualTo(DeliveryState.DELIVERY_STATE_FAILED);
        CommandLine.Result watched = pawl.run(directory, "watch", task.getId());
        assertThat(watched.exitCode()).as(watched.output()).isEqualTo(12);
        assertThat(watched.output()).contains("a.py", "pawl apply " + task.getId());
        assertThat(Files.readString(repository.file())).isEqualTo("def f(): return 'mine'\n");

        repository.git("git checkout -q a.py");
        assertThat(pawl.run(directory, "apply", task.getId()).exitCode()).isZero();
        assertThat(Files.readString(repository.file())).isEqualTo("def f(): pass\nx = 1\n");
    }

    @Test
    void aConflictIsAQuestionAboutTheDeliveryAndTheAnswerDelivers() throws Exception {
        Files.writeString(repository.file(), "def f(): return 'mine'\n");
        String id = tasks.submit(repository.task().setDeliver(DeliverMode.DELIVER_MODE_APPLY));

        Task waiting = tasks.await(id, TaskStatus.TASK_STATUS_WAITING);
        assertThat(waiting.getQuestion().getKind()).as(waiting.getReason()).isEqualTo("delivery");
        assertThat(pawl.run(directory, "reject", id).output()).contains("already accepted");
        repository.git("git checkout -q a.py");
        assertThat(pawl.run(directory, "answer", id, "again").exitCode()).isZero();

        Task task = tasks.finished(id);
        assertThat(task.getCause()).as(task.getReason()).isEqualTo(Cause.CAUSE_NONE);
        assertThat(task.getDelivery().getState()).isEqualTo(DeliveryState.DELIVERY_STATE_DELIVERED);
        assertThat(Files.readString(repository.file())).isEqualTo("def f(): pass\nx = 1\n");
        assertThat(pawl.run(directory, "watch", id).exitCode()).isZero();
    }

    @Test
    void aBranchThatCannotBeCreatedIsRefusedBeforeAnAgentWorks() throws Exception {
        repository.git("git branch pawl");

        Task task = tasks.run(repository.task().setDeliver(DeliverMode.DELIVER_MODE_BRANCH));

        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
        assertThat(task.getCause()).isEqualTo(Cause.CAUSE_CONFIGURATION);
        assertThat(task.getReason()).contains("branch pawl exists", "name another with 'branch:'");
        assertThat(task.getSessionsList()).isEmpty();
    }

    @Test
    void theTaskFileNamesAnotherBranch() throws Exception {
        repository.git("git branch pawl");

        Task task = tasks.run(
                repository.task().setDeliver(DeliverMode.DELIVER_MODE_BRANCH).setBranch("results/x"));

        assertThat(task.getCause()).as(task.getReason()).isEqualTo(Cause.CAUSE_NONE);
        assertThat(repository.git("git show results/x:a.py")).isEqualTo("def f(): pass\nx = 1\n");
    }
}
