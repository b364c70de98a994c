package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.CommandLine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.SharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.DeliveryState;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.api.v1.WorkspaceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a result that is accepted: it is delivered, or everybody who asks is told that it was not. */
@ExtendWith(SharedStack.class)
class DeliveryIT {
    @TempDir
    Path directory;

    private final Tasks tasks;
    private final CommandLine pawl;

    DeliveryIT(LocalStack stack) {
        tasks = new Tasks(stack);
        pawl = new CommandLine(stack);
    }

    @BeforeEach
    void aRepository() throws Exception {
        Files.writeString(directory.resolve("a.py"), "def f(): pass\n");
        git("git init -q -b main . && git add . && git -c user.name=U -c user.email=u@localhost commit -qm base");
    }

    @Test
    void anAcceptedResultThatCannotBeDeliveredHasItsOwnExitCodeAndSaysHowToGetIt() throws Exception {
        Files.writeString(directory.resolve("a.py"), "def f(): return 'mine'\n");

        Task task = tasks.run(work().setDeliver(DeliverMode.DELIVER_MODE_APPLY).setInteractive(false));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getCause()).isEqualTo(Cause.CAUSE_DELIVERY);
        assertThat(task.getDelivery().getState()).isEqualTo(DeliveryState.DELIVERY_STATE_FAILED);
        CommandLine.Result watched = pawl.run(directory, "watch", task.getId());
        assertThat(watched.exitCode()).as(watched.output()).isEqualTo(12);
        assertThat(watched.output()).contains("a.py", "pawl apply " + task.getId());
        assertThat(Files.readString(directory.resolve("a.py"))).isEqualTo("def f(): return 'mine'\n");

        git("git checkout -q a.py");
        assertThat(pawl.run(directory, "apply", task.getId()).exitCode()).isZero();
        assertThat(Files.readString(directory.resolve("a.py"))).isEqualTo("def f(): pass\nx = 1\n");
    }

    @Test
    void aConflictIsAQuestionAboutTheDeliveryAndTheAnswerDelivers() throws Exception {
        Files.writeString(directory.resolve("a.py"), "def f(): return 'mine'\n");
        String id = tasks.submit(work().setDeliver(DeliverMode.DELIVER_MODE_APPLY));

        Task waiting = tasks.await(id, TaskStatus.TASK_STATUS_WAITING);
        assertThat(waiting.getQuestion().getKind()).as(waiting.getReason()).isEqualTo("delivery");
        assertThat(pawl.run(directory, "reject", id).output()).contains("accepted already");
        git("git checkout -q a.py");
        assertThat(pawl.run(directory, "answer", id, "again").exitCode()).isZero();

        Task task = tasks.finished(id);
        assertThat(task.getCause()).as(task.getReason()).isEqualTo(Cause.CAUSE_NONE);
        assertThat(task.getDelivery().getState()).isEqualTo(DeliveryState.DELIVERY_STATE_DELIVERED);
        assertThat(Files.readString(directory.resolve("a.py"))).isEqualTo("def f(): pass\nx = 1\n");
        assertThat(pawl.run(directory, "watch", id).exitCode()).isZero();
    }

    @Test
    void aBranchThatCannotBeMadeIsRefusedBeforeAnAgentWorks() throws Exception {
        git("git branch pawl");

        Task task = tasks.run(work().setDeliver(DeliverMode.DELIVER_MODE_BRANCH));

        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
        assertThat(task.getCause()).isEqualTo(Cause.CAUSE_CONFIGURATION);
        assertThat(task.getReason()).contains("branch pawl exists", "name another with 'branch:'");
        assertThat(task.getSessionsList()).isEmpty();
    }

    @Test
    void theTaskFileNamesAnotherBranch() throws Exception {
        git("git branch pawl");

        Task task = tasks.run(work().setDeliver(DeliverMode.DELIVER_MODE_BRANCH).setBranch("results/x"));

        assertThat(task.getCause()).as(task.getReason()).isEqualTo(Cause.CAUSE_NONE);
        assertThat(git("git show results/x:a.py")).isEqualTo("def f(): pass\nx = 1\n");
    }

    private TaskSpec.Builder work() {
        return TaskSpec.newBuilder()
                .setTitle("Add x")
                .setPrompt("Add x = 1 to a.py")
                .setAgent(AgentSpec.newBuilder()
                        .setName("command")
                        .addCommand("bash")
                        .addCommand("-c")
                        .addCommand("echo 'x = 1' >> a.py"))
                .setWorkspace(WorkspaceSpec.newBuilder()
                        .setSource(directory.toString())
                        .setMode(WorkspaceMode.WORKSPACE_MODE_ISOLATED))
                .addFiles("a.py")
                .addChecks(Tasks.check("x", "python3 -c 'import a; assert a.x == 1'"));
    }

    private String git(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-euc", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
