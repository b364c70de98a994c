package dev.pawl.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.Agents;
import dev.pawl.agent.program.ProgramAgent;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.request.AgentSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeCodeAgentTest {
    private static final ProcessSupervisor SUPERVISOR = new ProcessSupervisor(Isolation.probe());

    @TempDir
    Path directory;

    @Test
    void ifTheProgramIsMissingTheResultNamesWhatToInstall() throws Exception {
        ProgramAgent agent = agent(Map.of("PATH", "/nowhere"));

        AgentResult result =
                agent.run(new AgentRuns(directory).claude(null, null, Duration.ofSeconds(5)), AgentListener.NONE);

        assertThat(result.ending()).isEqualTo(Ending.NOT_INSTALLED);
        assertThat(result.reason()).contains("npm install -g @anthropic-ai/claude-code@2.1.328");
        assertThat(agent.probe().installed()).isFalse();
        assertThat(agent.probe().advice()).contains("npm install -g @anthropic-ai/claude-code@2.1.328");
    }

    @Test
    void itGetsLimitsSessionAndAnEnvironmentWithoutForeignSecrets() throws Exception {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path fake = Files.writeString(
                bin.resolve("claude"),
                "#!/bin/sh\necho \"$@\" > args; env > env; ls -la $CLAUDE_CONFIG_DIR > config; cat > prompt\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(directory.resolve(".claude"));
        Files.writeString(directory.resolve(".claude/.credentials.json"), "{}");
        AgentRun run = new AgentRuns(directory).claude(9, "1.50", Duration.ofSeconds(50));

        AgentResult result = agent(Map.of(
                        "PATH", bin + ":/usr/bin:/bin",
                        "ANTHROPIC_API_KEY", "key-of-the-agent",
                        "CLAUDECODE", "1",
                        "CLAUDE_CODE_ENTRYPOINT", "cli",
                        "AWS_SECRET_ACCESS_KEY", "of-someone-else"))
                .run(run, AgentListener.NONE);

        Path workspace = run.workspace();
        assertThat(result.ending()).isEqualTo(Ending.CRASHED);
        assertThat(workspace.resolve("args"))
                .hasContent("-p --verbose --output-format stream-json --include-partial-messages --session-id "
                        + run.sessionId() + " --model claude-sonnet-4-5 --max-turns 9 --max-budget-usd 1.50"
                        + " --permission-mode acceptEdits --allowedTools Bash\n");
        assertThat(workspace.resolve("prompt")).hasContent("Create calculator.py");
        assertThat(Files.readAllLines(workspace.resolve("env")))
                .contains(
                        "ANTHROPIC_API_KEY=key-of-the-agent",
                        "API_TIMEOUT_MS=40000",
                        "CLAUDE_CODE_MAX_RETRIES=2",
                        "DISABLE_TELEMETRY=1",
                        "DISABLE_AUTOUPDATER=1",
                        "CLAUDE_CONFIG_DIR=" + run.runDirectory().resolve("claude"),
                        "HOME=" + run.runDirectory().resolve("home"))
                .noneMatch(line -> line.startsWith("CLAUDECODE")
                        || line.startsWith("AWS_")
                        || line.startsWith("CLAUDE_CODE_ENTRYPOINT"));
        assertThat(workspace.resolve("config")).content().containsPattern("-rw-------.*\\.credentials\\.json");
        assertThat(run.runDirectory().resolve("claude/.credentials.json")).doesNotExist();
    }

    @Test
    void argsAndVariablesOfItsSettingsAreAppendedToPawlsOwn() throws Exception {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path fake = Files.writeString(bin.resolve("claude"), "#!/bin/sh\necho \"$@\" > args; env > env\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        AgentRun run = new AgentRuns(directory)
                .set(AgentSpec.of("claude-code")
                        .withModel("opus")
                        .withArgs(List.of("--fallback-model", "sonnet"))
                        .withEnv(List.of("MY_TOKEN"))
                        .aliased("careful"));

        agent(Map.of("PATH", bin + ":/usr/bin:/bin", "MY_TOKEN", "a-value", "OTHER_TOKEN", "another"))
                .run(run, AgentListener.NONE);

        assertThat(run.workspace().resolve("args"))
                .content()
                .contains("--model opus")
                .endsWith("--allowedTools Bash --fallback-model sonnet\n");
        assertThat(Files.readAllLines(run.workspace().resolve("env")))
                .contains("MY_TOKEN=a-value")
                .noneMatch(line -> line.startsWith("OTHER_TOKEN"));
    }

    @Test
    void anUnknownAgentIsNeverReplacedByAnother() {
        Agents agents = new Agents(List.of(agent(Map.of())));

        assertThatThrownBy(() -> agents.get("claude"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no agent 'claude'; known agents: claude-code");
        assertThat(agents.get("claude-code").name()).isEqualTo("claude-code");
    }

    private ProgramAgent agent(Map<String, String> environment) {
        return new ProgramAgent(new ClaudeCode(), SUPERVISOR, AgentSettings.of(environment, directory));
    }
}
