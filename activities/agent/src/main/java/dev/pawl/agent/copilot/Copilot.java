package dev.pawl.agent.copilot;

import dev.pawl.agent.AgentAvailability.SignIn;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.output.EventOutput;
import dev.pawl.agent.program.AgentProgram;
import dev.pawl.agent.program.ProgramFacts;
import dev.pawl.agent.program.ProgramStart;
import dev.pawl.agent.program.RunHome;
import dev.pawl.agent.signin.SignInFormat;
import dev.pawl.agent.signin.TokenMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * GitHub's Copilot CLI, run headless. It reports neither tokens nor cost, and enforces no limits: the run is ended
 * before the turn that would exceed one. Its retries cannot be configured: it is ended after several failed ones.
 */
public final class Copilot implements AgentProgram {
    public static final String NAME = "copilot";

    private static final String CREDENTIALS = "config.json";
    private static final SignInFormat SIGN_IN = new TokenMap(List.of("copilot_tokens", "copilotTokens"));

    @Override
    public ProgramFacts facts() {
        return new ProgramFacts(
                NAME,
                "GitHub Copilot CLI",
                "copilot",
                "1.0.102",
                "npm install -g @github/copilot@1.0.102",
                "set COPILOT_GITHUB_TOKEN, or run 'copilot login'",
                List.of(
                        "COPILOT_GITHUB_TOKEN",
                        "GH_TOKEN",
                        "GITHUB_TOKEN",
                        "GH_HOST",
                        "COPILOT_GH_HOST",
                        "COPILOT_OFFLINE",
                        "COPILOT_MODEL",
                        "COPILOT_PROVIDER_*"));
    }

    /** A sign-in may also be in the key chain, which asks before it grants access. */
    @Override
    public SignIn signIn(AgentSettings settings) {
        return settings.hasKey("COPILOT_GITHUB_TOKEN", "GH_TOKEN", "GITHUB_TOKEN", "COPILOT_PROVIDER_BASE_URL")
                ? SignIn.SIGNED_IN
                : SignIn.UNKNOWN;
    }

    @Override
    public ProgramStart start(AgentRun run, RunHome home) throws IOException {
        Path configuration = Files.createDirectories(home.home().resolve(".copilot"));
        Path own = home.settings().directory("COPILOT_HOME", ".copilot");
        home.borrow(own.resolve(CREDENTIALS), configuration.resolve(CREDENTIALS), SIGN_IN);
        List<String> arguments = new ArrayList<>(List.of("--output-format", "json", "--allow-all-tools"));
        arguments.addAll(List.of("--no-color", "--no-auto-update", "--disable-client-telemetry"));
        arguments.addAll(run.ownSession("--session-id", "--resume"));
        if (run.spec().model() != null) {
            arguments.addAll(List.of("--model", run.spec().model()));
        }
        return new ProgramStart(
                arguments, Map.of("COPILOT_HOME", configuration.toString(), "COPILOT_AUTO_UPDATE", "false"));
    }

    @Override
    public List<String> sessionFiles() {
        return List.of("home/.copilot/session-state");
    }

    @Override
    public AgentOutput output(AgentRun run, AgentListener listener) {
        return new EventOutput(run, listener, CopilotEvents::new);
    }
}
