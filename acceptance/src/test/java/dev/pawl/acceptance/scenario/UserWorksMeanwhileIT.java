package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.api.v1.WorkspaceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While an agent works for long, its user keeps working in the same repository: that is shown, but does not block the
 * result.
 */
@OnSharedStack
class UserWorksMeanwhileIT {
    private static final String MEANWHILE = """
            git commit -q --allow-empty -m mine
            git commit -q --allow-empty --amend -m "mine, better"
            git fetch -q ../upstream tag v2
            echo changed >> README
            git stash -q
            git worktree add -q ../beside -b beside
            git -C ../beside commit -q --allow-empty -m "in another work tree"
            git checkout -q -b feature
            echo "my own line" >> README
            mkdir .idea && echo "<project/>" > .idea/workspace.xml
            echo "a line" >> build.log
            """;

    private static final List<String> SHOWN = List.of(
            "HEAD of your repository moved",
            "branch main of your repository moved",
            "branch beside of your repository appeared",
            "branch feature of your repository appeared",
            "tag v2 of your repository appeared",
            "the stash of your repository appeared",
            "README in your directory changed",
            ".idea/workspace.xml in your directory appeared",
            "build.log in your directory appeared",
            "calculator.py in your directory appeared");

    private final LocalStack stack;
    private final Tasks tasks;

    @TempDir
    Path root;

    UserWorksMeanwhileIT(LocalStack stack) {
        this.stack = stack;
        this.tasks = new Tasks(stack);
    }

    @Test
    void everythingTheUserDoesMeanwhileIsANoteAndTheWorkIsAccepted() throws Exception {
        repositories();
        String id = tasks.submit(of("waits"));
        Path work = stack.home().resolve("workspaces").resolve(id).resolve("work");
        Awaitility.await("the agent waits in " + work)
                .atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(work.resolve("waiting")));

        git(root.resolve("mine"), MEANWHILE);
        Task other = tasks.run(of("calculator_at_once").setDeliver(DeliverMode.DELIVER_MODE_APPLY));
        Files.createFile(work.resolve("go"));
        Task task = tasks.finished(id);

        assertThat(other.getStatus()).as(other.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsList())
                .as("nothing of it cost another iteration")
                .hasSize(1);
        assertShown(id);
    }

    private void assertShown(String id) throws Exception {
        String text = status(id, "text");
        List<String> details = new ArrayList<>();
        JsonNode document = new ObjectMapper().readTree(withoutLog(status(id, "json")));
        for (JsonNode finding : document.at("/iterations/0/findings")) {
            assertThat(finding.get("kind").asText()).isEqualTo("changed_meanwhile");
            assertThat(finding.get("blocking").asBoolean()).isFalse();
            details.add(finding.get("detail").asText());
        }
        for (String shown : SHOWN) {
            assertThat(text).containsPattern("note +iteration 1: " + shown);
            assertThat(details).anySatisfy(detail -> assertThat(detail).startsWith(shown));
        }
    }

    private String status(String id, String output) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.pawl.cli.Main",
                "status",
                id,
                "-o",
                output);
        builder.environment().put("PAWL_HOME", stack.home().toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    /** On the class path of the tests, libraries log to standard output. */
    private static String withoutLog(String output) {
        return output.substring(output.indexOf("\n{") + 1);
    }

    private TaskSpec.Builder of(String scenario) {
        return Tasks.calculator(scenario)
                .setInteractive(false)
                .setWorkspace(WorkspaceSpec.newBuilder()
                        .setSource(root.resolve("mine").toString())
                        .setMode(WorkspaceMode.WORKSPACE_MODE_ISOLATED));
    }

    private void repositories() throws Exception {
        Path upstream = Files.createDirectories(root.resolve("upstream"));
        git(upstream, "git init -q -b main && echo r > README && git add . && git commit -q -m first");
        git(root, "git clone -q upstream mine");
        git(upstream, "git commit -q --allow-empty -m second && git tag v2");
    }

    private static void git(Path directory, String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-ec", script).directory(directory.toFile());
        for (String who : List.of("GIT_AUTHOR_", "GIT_COMMITTER_")) {
            builder.environment().put(who + "NAME", "U");
            builder.environment().put(who + "EMAIL", "u@example.com");
        }
        assertThat(builder.inheritIO().start().waitFor()).isZero();
    }
}
