package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pawl.acceptance.stack.Distribution;
import dev.pawl.acceptance.stack.Listeners;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.NetworkAccess;
import dev.pawl.api.v1.SandboxKind;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.host.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task in a sandbox does its work, and reaches nothing else. */
@OnSharedStack
class SandboxIT {
    private static final String NO_NETWORK = "test -z \"$(tail -n +3 /proc/net/dev | grep -v ' *lo:')\"";
    private static final String NOTHING_ELSE_IS_WRITABLE = "! touch /usr/escaped && ! touch /var/escaped";

    private final LocalStack stack;
    private final Tasks tasks;

    SandboxIT(LocalStack stack) {
        this.stack = stack;
        this.tasks = new Tasks(stack);
    }

    @Test
    void anAgentAndItsChecksWorkInASandboxAndReachNothingElse() {
        assumeThat(Sandbox.networkAvailable()).as("pasta works here").isTrue();
        TaskSpec.Builder calculator = Tasks.calculator("escapes")
                .setWorkspace(WorkspaceSpec.newBuilder()
                        .setSandbox(SandboxKind.SANDBOX_KIND_BUBBLEWRAP)
                        .setNetwork(NetworkAccess.NETWORK_ACCESS_AGENT))
                .addChecks(Tasks.check("no network", NO_NETWORK))
                .addChecks(Tasks.check("read-only", NOTHING_ELSE_IS_WRITABLE));

        Task task = tasks.run(calculator);

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getWorkspace().getSandbox()).isEqualTo(SandboxKind.SANDBOX_KIND_BUBBLEWRAP);
        assertThat(task.getWorkspace().getNetwork()).isEqualTo(NetworkAccess.NETWORK_ACCESS_AGENT);
        assertThat(tasks.actions(task.getId()))
                .contains(
                        "message: refused: Read-only file system",
                        "message: keys: []",
                        "message: sessions: 1",
                        "message: others: ['runs', 'workspaces']");
        assertThat(Distribution.resource("agents/agent.py").resolveSibling("escaped"))
                .doesNotExist();
    }

    @Test
    void aSandboxedAgentReachesNoListenerOfTheRunningStack() throws IOException {
        assumeThat(Sandbox.networkAvailable()).as("pasta works here").isTrue();
        Set<Integer> ports = Listeners.of(stack.pid());
        assertThat(ports).as("gateway, database, engine and Web UI").hasSizeGreaterThanOrEqualTo(4);
        String prompt = "Create a Python module called calculator.py."
                + ports.stream().map(port -> " port " + port).collect(Collectors.joining());

        Task open = tasks.run(Tasks.calculator("knocks").setPrompt(prompt));
        Task sandboxed = tasks.run(Tasks.calculator("knocks")
                .setPrompt(prompt)
                .setWorkspace(WorkspaceSpec.newBuilder().setSandbox(SandboxKind.SANDBOX_KIND_BUBBLEWRAP)));

        assertThat(tasks.actions(open.getId())).contains("message: reached: " + ports);
        assertThat(sandboxed.getStatus()).as(sandboxed.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(tasks.actions(sandboxed.getId())).contains("message: reached: []");
    }

    @Test
    void anAgentInAHiddenPlaceWorksInASandbox(@TempDir Path directory) throws IOException {
        Path agent = Files.createDirectories(directory.resolve("an agent ü")).resolve("agent.py");
        Files.copy(Distribution.resource("agents/agent.py"), agent);
        TaskSpec.Builder calculator = sandboxed(Tasks.calculator("calculator_at_once"));
        calculator.getAgentBuilder().setCommand(1, agent.toString());

        Task task = tasks.run(calculator);

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
    }

    @Test
    void aTaskThatNamesHiddenPathsIsRefusedWithTheirNames() {
        String home = System.getProperty("user.home");

        Task task = tasks.run(sandboxed(Tasks.calculator("escapes")).addChecks(Tasks.check("home", "ls " + home)));

        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
        assertThat(task.getReason()).contains("check 'home': " + home);
    }

    /** Without network, which works on a host without pasta, too. */
    private static TaskSpec.Builder sandboxed(TaskSpec.Builder task) {
        return task.setWorkspace(WorkspaceSpec.newBuilder()
                .setSandbox(SandboxKind.SANDBOX_KIND_BUBBLEWRAP)
                .setNetwork(NetworkAccess.NETWORK_ACCESS_NONE));
    }
}
