package dev.pawl.workspace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.model.request.ForkPoint;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that starts from a result of another one. */
class ForkedWorkspaceTest {
    @TempDir
    Path root;

    private static String worked(Given given, String task, String script) {
        Workspace workspace = given.workspaces.open(task);
        Given.sh(workspace.directory(), script);
        return workspace.snapshot("iteration").commit();
    }

    private static WorkspaceSpec fork(WorkspaceSpec spec, String snapshot) {
        return spec.startingFrom(new ForkPoint("t1", 1, snapshot, "host"));
    }

    @Test
    void itHasTheBaseOfTheOtherTaskAndCanBeBroughtToItsResult() {
        Given given = new Given(root).repository();
        String base = given.workspaces.prepare("t1", given.isolated()).base();
        String first = worked(given, "t1", "echo one > one.txt");
        worked(given, "t1", "echo two > two.txt");
        given.workspaces.release("t1");
        Given.sh(given.source, "echo later > later.txt && git add . && git commit -qm later");

        Workspace forked = given.workspaces.prepare("t2", fork(given.isolated(), first));
        assertThat(forked.base()).isEqualTo(base);
        assertThat(forked.holds(forked.baseTree())).isTrue();
        forked.restore(first);

        assertThat(Given.read(forked.directory().resolve("one.txt"))).isEqualTo("one\n");
        assertThat(forked.directory().resolve("two.txt")).doesNotExist();
        assertThat(forked.directory().resolve("later.txt")).doesNotExist();
        assertThat(Given.sh(forked.directory(), "git log --format=%s")).isEqualTo("first");
        assertThat(given.workspaces.prepare("t2", fork(given.isolated(), first)).base())
                .isEqualTo(base);
    }

    @Test
    void aResultThatIsNotHereAnyMoreIsNamed() {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.isolated());

        assertThatThrownBy(() -> given.workspaces.prepare("t2", fork(given.isolated(), "0".repeat(40))))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessageContaining("retry the task instead");
    }
}
