package dev.pawl.workspace.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.network.Reach;
import dev.pawl.host.process.Sandbox;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.NetworkAccess;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskSandboxTest {
    private static final HostDirectories HOST = new HostDirectories(Path.of("/pawl"));
    private static final Path WORK = Path.of("/pawl/workspaces/t1/work");

    private final TaskSandbox sandboxes = new TaskSandbox(HOST, () -> true, () -> true);

    @ParameterizedTest
    @CsvSource({"ALL, INTERNET, INTERNET", "AGENT, INTERNET, NOTHING", "NONE, NOTHING, NOTHING", "HOST, HOST, HOST"})
    void theNetworkIsForThoseWhoAreToHaveIt(NetworkAccess network, Reach agent, Reach checks) {
        SandboxSpec spec = new SandboxSpec(network);

        assertThat(Objects.requireNonNull(sandboxes.ofAgent(spec, WORK)).reach())
                .isEqualTo(agent);
        assertThat(Objects.requireNonNull(sandboxes.ofChecks(spec, WORK)).reach())
                .isEqualTo(checks);
    }

    @Test
    void allowedHostsAreForThoseWhoHaveANetwork() {
        SandboxSpec spec = new SandboxSpec(NetworkAccess.AGENT, List.of("api.example.org"));

        Sandbox agent = Objects.requireNonNull(sandboxes.ofAgent(spec, WORK));
        assertThat(agent.reach()).isEqualTo(Reach.HOSTS);
        assertThat(agent.hosts()).containsExactly("api.example.org");
        assertThat(Objects.requireNonNull(sandboxes.ofChecks(spec, WORK)).reach())
                .isEqualTo(Reach.NOTHING);
    }

    @Test
    void theUsersHomeAndOtherTasksAreHiddenAndItsOwnDirectoriesWritable() {
        Sandbox sandbox = Objects.requireNonNull(sandboxes.ofAgent(new SandboxSpec(NetworkAccess.ALL), WORK));

        assertThat(sandbox.hidden()).contains(Path.of(System.getProperty("user.home")), HOST.home());
        assertThat(sandbox.writable()).containsExactly(WORK);
    }

    @Test
    void everythingThatATaskNamesAndWouldNotSeeIsRefusedAtOnce() {
        String home = System.getProperty("user.home");

        assertThatThrownBy(() -> sandboxes.check(task("agent", home, "ls " + home), WORK))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessageContaining("agent: " + home + " holds")
                .hasMessageContaining("setup 'ls " + home + "': " + home + " holds")
                .hasMessageContaining("check 'ls " + home + "': " + home + " holds");
        assertThatCode(() -> sandboxes.check(task("agent", "--verbose", "ls /usr"), WORK))
                .doesNotThrowAnyException();
    }

    @Test
    void aWorkspaceThatHoldsTheHomeIsRefused() {
        Path home = Path.of(System.getProperty("user.home"));

        assertThatThrownBy(() -> sandboxes.check(task("agent", "--verbose", "true"), home))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessageContaining("the workspace " + home);
    }

    private static TaskRequest task(String program, String argument, String line) {
        return TaskRequest.builder("a task", Prompt.inline("Work."), AgentSpec.command(List.of(program, argument)))
                .workspace(WorkspaceSpec.empty().sandboxed(new SandboxSpec(NetworkAccess.ALL)))
                .setup(List.of(new SetupSpec(line)))
                .checks(List.of(new CheckSpec(line, line, Duration.ofMinutes(1), Must.PASS, 0, null)))
                .interactive(false)
                .build();
    }

    @Test
    void aTaskThatAsksForNoneGetsNone() {
        assertThat(sandboxes.ofAgent(null, WORK)).isNull();
        assertThat(sandboxes.ofChecks(null, WORK)).isNull();
    }

    @Test
    void withoutANetworkOfItsOwnNothingRunsThatNeedsOneAndNothingGetsTheHosts() {
        TaskSandbox none = new TaskSandbox(HOST, () -> true, () -> false);

        assertThatThrownBy(() -> none.ofAgent(new SandboxSpec(NetworkAccess.AGENT), WORK))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessageContaining("passt")
                .hasMessageContaining("network: host");
        assertThat(Objects.requireNonNull(none.ofChecks(new SandboxSpec(NetworkAccess.AGENT), WORK))
                        .reach())
                .isEqualTo(Reach.NOTHING);
    }

    @Test
    void anOptionalSandboxIsTheStrictestThatTheHostCanDoAndTheNotesSayWhich() {
        TaskSandbox nothing = new TaskSandbox(HOST, () -> false, () -> false);
        TaskSandbox noNetwork = new TaskSandbox(HOST, () -> true, () -> false);
        SandboxSpec auto = SandboxSpec.auto();

        assertThat(nothing.ofAgent(auto, WORK)).isNull();
        assertThat(nothing.notes(auto)).singleElement().asString().contains("all rights of its user");
        assertThat(Objects.requireNonNull(noNetwork.ofAgent(auto, WORK)).reach())
                .isEqualTo(Reach.HOST);
        assertThat(noNetwork.notes(auto)).singleElement().asString().contains("network of this host");
        assertThat(Objects.requireNonNull(sandboxes.ofAgent(auto, WORK)).reach())
                .isEqualTo(Reach.INTERNET);
        assertThat(sandboxes.notes(auto)).singleElement().asString().contains("a network of its own");
        assertThat(sandboxes.notes(new SandboxSpec(NetworkAccess.ALL))).isEmpty();
    }

    @Test
    void withoutASandboxNothingRunsThatNeedsOne() {
        TaskSandbox none = new TaskSandbox(HOST, () -> false, () -> false);

        assertThatThrownBy(() -> none.ofChecks(new SandboxSpec(NetworkAccess.ALL), WORK))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessageContaining("install bubblewrap");
    }
}
