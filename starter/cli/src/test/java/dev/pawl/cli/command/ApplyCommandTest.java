package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
    private static final String PATCH = """
            diff --git a/calc.py b/calc.py
            new file mode 100644
            --- /dev/null
            +++ b/calc.py
            @@ -0,0 +1,2 @@
            +def add(a, b):
            +    return a + b
            diff --git a/readme.txt b/readme.txt
            --- a/readme.txt
            +++ b/readme.txt
            @@ -1 +1 @@
            -old
            +new
            """;

    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.patch = PATCH.getBytes(StandardCharsets.UTF_8);
        gateway.tasks.put(Tasks.ID, Tasks.accepted());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Invocation pawl(String... arguments) {
        return Invocation.of(gateway.environment(), directory, arguments);
    }

    @Test
    void anEmptyWorkspaceIsAppliedToTheCurrentDirectory() throws Exception {
        Files.writeString(directory.resolve("readme.txt"), "old\n");
        Invocation apply = pawl("apply", Tasks.ID);
        assertThat(apply.exitCode()).isZero();
        assertThat(apply.out()).contains("2 0 calc.py").contains("1 1 readme.txt");
        assertThat(apply.err()).contains("nothing was committed");
        assertThat(directory.resolve("calc.py")).hasContent("def add(a, b):\n    return a + b");
        assertThat(directory.resolve("readme.txt")).hasContent("new");
    }

    @Test
    void aNamedWorkspaceGetsItsChangeBack() throws Exception {
        Path source = Files.createDirectory(directory.resolve("wörk space"));
        Files.writeString(source.resolve("readme.txt"), "old\n");
        gateway.tasks.put(
                Tasks.ID,
                Tasks.accepted().toBuilder()
                        .setWorkspace(WorkspaceSpec.newBuilder().setSource(source.toString()))
                        .build());
        assertThat(pawl("apply", Tasks.ID).exitCode()).isZero();
        assertThat(source.resolve("calc.py")).exists();
    }

    @Test
    void aDirectoryInsideARepositoryGetsTheFilesItself() throws Exception {
        Process git = new ProcessBuilder("git", "init", "-q", directory.toString()).start();
        assertThat(git.waitFor()).isZero();
        Path inside = Files.createDirectory(directory.resolve("sub"));
        Files.writeString(inside.resolve("readme.txt"), "old\n");
        assertThat(pawl("apply", Tasks.ID, "--to", "sub").exitCode()).isZero();
        assertThat(inside.resolve("calc.py")).exists();
        assertThat(directory.resolve("calc.py")).doesNotExist();
    }

    @Test
    void aChangeThatDoesNotFitLeavesEverythingUntouched() throws Exception {
        Files.writeString(directory.resolve("readme.txt"), "other\n");
        Invocation apply = pawl("apply", Tasks.ID);
        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.err())
                .contains("does not fit")
                .contains("nothing was touched")
                .contains("readme.txt");
        assertThat(directory.resolve("calc.py")).doesNotExist();
        assertThat(directory.resolve("readme.txt")).hasContent("other");
    }

    @Test
    void aChangeThatIsAlreadyAppliedIsRecognised() throws Exception {
        Files.writeString(directory.resolve("readme.txt"), "old\n");
        pawl("apply", Tasks.ID);
        assertThat(pawl("apply", Tasks.ID).err()).contains("the change is already in");
    }

    @Test
    void anInPlaceTaskHasNothingToApply() {
        gateway.tasks.put(
                Tasks.ID,
                Tasks.accepted().toBuilder()
                        .setWorkspace(WorkspaceSpec.newBuilder()
                                .setSource("/work")
                                .setMode(WorkspaceMode.WORKSPACE_MODE_IN_PLACE))
                        .build());
        Invocation apply = pawl("apply", Tasks.ID);
        assertThat(apply.exitCode()).isEqualTo(2);
        assertThat(apply.err()).contains("its change is already there");
    }

    @Test
    void aWorkspaceThatIsGoneNeedsAnotherDirectory() {
        gateway.tasks.put(
                Tasks.ID,
                Tasks.accepted().toBuilder()
                        .setWorkspace(WorkspaceSpec.newBuilder().setSource("/no/such/place"))
                        .build());
        assertThat(pawl("apply", Tasks.ID).err()).contains("/no/such/place is gone");
    }

    @Test
    void aResultThatWasNotAcceptedIsAppliedWithAWordOfWarning() throws Exception {
        Files.writeString(directory.resolve("readme.txt"), "old\n");
        gateway.tasks.put(
                Tasks.ID,
                Tasks.accepted().toBuilder()
                        .setStatus(TaskStatus.TASK_STATUS_PARTIAL)
                        .build());
        assertThat(pawl("apply", Tasks.ID).err()).contains("this result was not accepted");
    }

    @Test
    void noChangeIsReported() {
        gateway.patch = new byte[0];
        assertThat(pawl("apply", Tasks.ID).out()).contains("the task made no change");
    }
}
