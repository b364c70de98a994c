package dev.pawl.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.taskfile.TaskFileParser;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTest {
    @TempDir
    Path directory;

    private Path bin;

    @BeforeEach
    void programs() throws Exception {
        bin = Files.createDirectory(directory.resolve("bin"));
        program("git");
    }

    private void program(String name) throws Exception {
        Path file = Files.createFile(bin.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private TaskFile task(String keys) throws Exception {
        Path file = directory.resolve("task.md");
        Files.writeString(file, "---\n" + keys + "\n---\nDo it.\n");
        return TaskFileParser.parse(file);
    }

    private Preflight preflight(Map<String, String> more) {
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.put("PATH", bin.toString());
        environment.put("HOME", directory.toString());
        return new Preflight(new Context(
                environment,
                directory,
                Invocation.terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false)));
    }

    @Test
    void aMissingClaudeIsNamedWithWhatToInstall() throws Exception {
        TaskFile task = task("agent: claude-code");
        assertThatThrownBy(() -> preflight(Map.of()).check(task))
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("npm install -g @anthropic-ai/claude-code");
    }

    @Test
    void anAgentThatSeemsNotSignedInIsReportedButNotRefused() throws Exception {
        program("claude");
        TaskFile task = task("agent: claude-code");
        assertThat(preflight(Map.of()).check(task)).hasSize(1);
        assertThat(preflight(Map.of("ANTHROPIC_API_KEY", "k")).check(task)).isEmpty();
    }

    @Test
    void oneOfSeveralAgentsIsEnoughAndTheOthersAreNamed() throws Exception {
        program("codex");
        assertThat(preflight(Map.of("OPENAI_API_KEY", "k")).check(task("agents: [claude-code, codex]")))
                .anyMatch(note -> note.contains("agent claude-code is not on this machine"));
        TaskFile neither = task("agents: [claude-code, gemini]");
        assertThatThrownBy(() -> preflight(Map.of()).check(neither))
                .hasMessageContaining("claude-code")
                .hasMessageContaining("gemini");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() throws Exception {
        Files.delete(bin.resolve("git"));
        TaskFile task = task("agent: command\ncommand: [python3]\nsetup: [npm ci]\nchecks: [cargo test]");
        assertThatThrownBy(() -> preflight(Map.of()).check(task))
                .hasMessageContaining("git (to keep the work); install git")
                .hasMessageContaining("python3 (the agent's command); install Python 3")
                .hasMessageContaining("npm (for: npm ci); install Node.js")
                .hasMessageContaining("cargo (for: cargo test); install Rust");
    }

    @Test
    void aScriptBesideTheTaskFileMustBeThere() throws Exception {
        program("python3");
        TaskFile task = task("agent: command\ncommand: [python3, \"${TASK_DIR}/agent.py\"]");
        assertThatThrownBy(() -> preflight(Map.of()).check(task)).hasMessageContaining("no such file");
        Files.createFile(directory.resolve("agent.py"));
        assertThat(preflight(Map.of()).check(task)).isEmpty();
    }

    @Test
    void aProgramOfTheWorkspaceMustBeThere() throws Exception {
        TaskFile task = task("agent: command\ncommand: [./agent]\nworkspace: .");
        assertThatThrownBy(() -> preflight(Map.of()).check(task)).hasMessageContaining("./agent");
    }

    @ParameterizedTest
    @CsvSource({
        "openai, PAWL_JUDGE_OPENAI_KEY, OPENAI_API_KEY",
        "openai, PAWL_JUDGE_OPENAI_URL, PAWL_JUDGE_OPENAI_KEY",
        "anthropic, PAWL_JUDGE_ANTHROPIC_KEY, ANTHROPIC_API_KEY",
        "ollama, PAWL_JUDGE_OLLAMA_URL, PAWL_JUDGE_OLLAMA_URL",
    })
    void aJudgeWhoseServerIsNotConfiguredIsRefusedWithWhatToSet(String provider, String one, String other)
            throws Exception {
        program("codex");
        TaskFile task = task("agent: codex\njudge: { rubric: a, model: m, provider: " + provider + " }");
        assertThatThrownBy(() -> preflight(Map.of("CODEX_API_KEY", "k")).check(task))
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("'" + provider + "'")
                .hasMessageContaining(one);
        assertThat(preflight(Map.of("CODEX_API_KEY", "k", one, "x")).check(task))
                .isEmpty();
        assertThat(preflight(Map.of("CODEX_API_KEY", "k", other, "x")).check(task))
                .isEmpty();
    }
}
