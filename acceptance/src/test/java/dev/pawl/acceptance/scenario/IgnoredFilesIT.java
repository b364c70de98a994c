package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.SmallRepository;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose checks need an ignored file of its user, with a secret in it. */
@OnSharedStack
class IgnoredFilesIT {
    private static final String SECRET = "s3cret-4711-value";
    private static final String AGENT = """
            . ./.env
            echo "I saw $TOKEN"
            if [ -e first ]; then echo "x = 1" >> a.py; else touch first; fi
            """;
    private static final String CHECK =
            ". ./.env && test ${#TOKEN} = 17 && { grep -q 'x = 1' a.py || { echo \"red with $TOKEN\"; exit 1; }; }";

    private final LocalStack stack;
    private final Tasks tasks;

    @TempDir
    Path root;

    IgnoredFilesIT(LocalStack stack) {
        this.stack = stack;
        this.tasks = new Tasks(stack);
    }

    @Test
    void theFileIsCopiedAndItsSecretIsNowhereAfterwards() throws Exception {
        SmallRepository repository = SmallRepository.make(root);
        repository.git("echo .env > .gitignore; echo TOKEN=" + SECRET + " > .env");
        TaskSpec.Builder spec = repository.task().clearChecks().addChecks(Tasks.check("gate", CHECK));
        spec.getAgentBuilder().setCommand(2, AGENT);
        spec.getWorkspaceBuilder().addCopy(".env");

        Task task = tasks.run(spec);

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsCount()).isEqualTo(2);
        assertThat(tasks.actions(task.getId())).contains("message: I saw [redacted]");
        assertThat(task.toString()).contains("red with [redacted]").doesNotContain(SECRET);
        assertThat(tasks.diff(task.getId())).doesNotContain(SECRET).doesNotContain(".env");
        Awaitility.await("the workspace is released")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(filesWithIt(stack.home())).isEmpty());
        assertThat(Files.readString(root.resolve(".env"))).contains(SECRET);
    }

    /** Also those of the database. */
    private static String filesWithIt(Path directory) throws Exception {
        Process grep = new ProcessBuilder("grep", "-rlaF", SECRET, directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(grep.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
