package dev.pawl.activities.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.activities.host.HostDirectories;
import dev.pawl.activities.process.Sandbox;
import dev.pawl.workflows.model.NetworkAccess;
import dev.pawl.workflows.model.SandboxSpec;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskSandboxTest {
    private static final HostDirectories HOST = new HostDirectories(Path.of("/pawl"));
    private static final Path WORK = Path.of("/pawl/workspaces/t1/work");

    private final TaskSandbox sandboxes = new TaskSandbox(HOST, () -> true);

    @ParameterizedTest
    @CsvSource({"ALL, true, true", "AGENT, true, false", "NONE, false, false"})
    void theNetworkIsForThoseWhoAreToHaveIt(NetworkAccess network, boolean agent, boolean checks) {
        SandboxSpec spec = new SandboxSpec(network);

        assertThat(Objects.requireNonNull(sandboxes.ofAgent(spec, WORK)).network())
                .isEqualTo(agent);
        assertThat(Objects.requireNonNull(sandboxes.ofChecks(spec, WORK)).network())
                .isEqualTo(checks);
    }

    @Test
    void theUsersHomeAndOtherTasksAreHiddenAndItsOwnDirectoriesWritable() {
        Sandbox sandbox = Objects.requireNonNull(sandboxes.ofAgent(new SandboxSpec(NetworkAccess.ALL), WORK));

        assertThat(sandbox.hidden()).containsExactly(Path.of(System.getProperty("user.home")), HOST.home());
        assertThat(sandbox.writable()).containsExactly(WORK);
    }

    @Test
    void aTaskThatAsksForNoneGetsNone() {
        assertThat(sandboxes.ofAgent(null, WORK)).isNull();
        assertThat(sandboxes.ofChecks(null, WORK)).isNull();
    }

    @Test
    void l12_whereNoneCanBeMadeNothingRunsWithout() {
        TaskSandbox none = new TaskSandbox(HOST, () -> false);

        assertThatThrownBy(() -> none.ofChecks(new SandboxSpec(NetworkAccess.ALL), WORK))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessageContaining("install bubblewrap");
    }
}
