package dev.pawl.activities.agent;

import dev.pawl.activities.process.ProcessSupervisor;
import dev.pawl.activities.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Claude Code, run headless. Tested with version {@value #VERSION}. Works as the user's sign-in or with the keys of the
 * worker's environment, and with none of the user's other settings.
 */
public final class ClaudeCodeAgent implements Agent {
    public static final String NAME = "claude-code";
    public static final String VERSION = "2.1.328";
    public static final String INSTALL = "npm install -g @anthropic-ai/claude-code@" + VERSION;

    private final AgentSettings settings;
    private final AgentProgram program;
    private final ClaudeCodeProbe probe;
    private final ClaudeCodeEnvironment environment;

    public ClaudeCodeAgent(ProcessSupervisor supervisor, AgentSettings settings) {
        this.settings = settings;
        this.program = new AgentProgram(supervisor, settings);
        this.probe = new ClaudeCodeProbe(supervisor, settings);
        this.environment = new ClaudeCodeEnvironment(settings);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public AgentAvailability probe() {
        return probe.look();
    }

    @Override
    public AgentResult run(AgentRun run, AgentListener listener) throws IOException, InterruptedException {
        Optional<Path> claude = find(settings);
        if (claude.isEmpty()) {
            return AgentProgram.notInstalled(run, "Claude Code is not installed: " + INSTALL);
        }
        RunDirectory directory = RunDirectory.make(run.runDirectory());
        Path configuration = Files.createDirectories(directory.root().resolve("claude"));
        try (BorrowedCredentials credentials = BorrowedCredentials.of(settings, configuration)) {
            Map<String, String> variables = environment.build(run, directory, configuration);
            return program.run(
                    run,
                    command(claude.get(), run),
                    variables,
                    listener,
                    ClaudeCodeOutput::new,
                    output -> (result, stderr) -> ClaudeCodeReading.verdict(run, output, result, stderr));
        }
    }

    /** The one {@code build/install-agents} installs, which is known to work, or else the one on the PATH. */
    static Optional<Path> find(AgentSettings settings) {
        return Programs.find("claude", settings.installedAgents().toString())
                .or(() -> Programs.find("claude", settings.environment().getOrDefault("PATH", "")));
    }

    private static List<String> command(Path claude, AgentRun run) {
        List<String> command = new ArrayList<>(List.of(claude.toString(), "-p", "--verbose"));
        command.addAll(List.of("--output-format", "stream-json"));
        // Else a message that takes long is silence, and its tokens are not counted until the end.
        command.add("--include-partial-messages");
        command.addAll(List.of("--session-id", run.sessionId().toString()));
        if (run.spec().model() != null) {
            command.addAll(List.of("--model", run.spec().model()));
        }
        if (run.turns() != null) {
            command.addAll(List.of("--max-turns", run.turns().toString()));
        }
        if (run.budgetUsd() != null) {
            command.addAll(List.of("--max-budget-usd", run.budgetUsd().toPlainString()));
        }
        command.addAll(List.of("--permission-mode", "acceptEdits", "--allowedTools", "Bash"));
        return command;
    }
}
