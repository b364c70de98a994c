package dev.pawl.cli.plandraft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.planfile.Repositories;
import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.taskfile.TaskFileParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersKeysTest {
    private static final String DRAFT = "packages: [{ id: a, prompt: Do it., owns: [a.py] }]\n";

    @TempDir
    Path directory;

    @BeforeEach
    void repository() throws Exception {
        Repositories.create(directory, "a.py");
    }

    /** What the user chose for tasks of the repository, in the words of a task file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent: codex",
                "agents: [codex, gemini]",
                "{ agent: codex, model: \"a: b # c\", continue: true }",
                "{ agent: command, command: [sh, -c, \"echo 'x: y' # z\", '@a', ''''] }",
                "{ agent: codex, sandbox: bubblewrap, network: agent }"
            })
    void thePackagesGetTheAgentsAndTheSandboxThatTheUserChose(String keys) throws Exception {
        Path file = Files.writeString(directory.resolve("task.md"), "---\n" + keys + "\n---\nDo it.\n");
        TaskFile task = TaskFileParser.parse(file);
        UsersKeys chosen = UsersKeys.of(directory.resolve("plan.yaml"), directory, task);

        TaskFile planned = DraftedPlan.of(DRAFT.getBytes(StandardCharsets.UTF_8), chosen, AgentsFile.NONE, directory)
                .plan()
                .packages()
                .getFirst()
                .task();

        assertThat(planned.agents()).isEqualTo(task.agents());
        assertThat(planned.continued()).isEqualTo(task.continued());
        assertThat(planned.sandbox()).isEqualTo(task.sandbox());
        assertThat(planned.network()).isEqualTo(task.network());
    }
}
