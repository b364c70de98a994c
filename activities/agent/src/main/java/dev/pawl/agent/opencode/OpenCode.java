package dev.pawl.agent.opencode;

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
import dev.pawl.agent.signin.OAuthTokens;
import dev.pawl.agent.signin.SignInFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * OpenCode, run headless. It enforces no limits: the run is ended before the turn that would exceed one. Its retries
 * cannot be configured: it is ended after several failed ones.
 */
public final class OpenCode implements AgentProgram {
    public static final String NAME = "opencode";

    private static final String CREDENTIALS = "opencode/auth.json";
    private static final SignInFormat SIGN_IN =
            SignInFormat.each(new OAuthTokens(List.of("access", "refresh"), "expires", List.of()));
    private static final String CONFIGURATION = """
            {"autoupdate": false, "share": "disabled", "permission": {"*": "allow", "external_directory": "deny"}}
            """;

    @Override
    public ProgramFacts facts() {
        return new ProgramFacts(
                NAME,
                "OpenCode",
                "opencode",
                "1.18.33",
                "npm install -g opencode-ai@1.18.33",
                "set the key of your provider, such as ANTHROPIC_API_KEY, or run 'opencode auth login'",
                List.of(
                        "OPENCODE_*",
                        "ANTHROPIC_API_KEY",
                        "OPENAI_API_KEY",
                        "GEMINI_API_KEY",
                        "GOOGLE_GENERATIVE_AI_API_KEY",
                        "OPENROUTER_API_KEY",
                        "DEEPSEEK_API_KEY",
                        "GROQ_API_KEY",
                        "MISTRAL_API_KEY",
                        "XAI_API_KEY"));
    }

    /** A provider without a key, such as a local one, counts as signed in too: only the user's configuration knows. */
    @Override
    public SignIn signIn(AgentSettings settings) {
        boolean key = facts().keys().stream()
                .filter(name -> name.endsWith("_API_KEY"))
                .anyMatch(settings::hasKey);
        return key || Files.isReadable(credentials(settings)) ? SignIn.SIGNED_IN : SignIn.UNKNOWN;
    }

    private static Path credentials(AgentSettings settings) {
        return settings.directory("XDG_DATA_HOME", ".local/share").resolve(CREDENTIALS);
    }

    @Override
    public ProgramStart start(AgentRun run, RunHome home) throws IOException {
        home.borrow(
                credentials(home.settings()),
                home.home().resolve(".local/share").resolve(CREDENTIALS),
                SIGN_IN);
        List<String> arguments = new ArrayList<>(
                List.of("run", "--format", "json", "--dir", run.workspace().toString()));
        // Otherwise its retries would be invisible.
        arguments.addAll(List.of("--print-logs", "--log-level", "ERROR"));
        if (run.spec().model() != null) {
            arguments.addAll(List.of("-m", run.spec().model()));
        }
        if (run.resumes() != null) {
            arguments.addAll(List.of("--session", run.resumes().id()));
        }
        return new ProgramStart(
                arguments,
                Map.of(
                        "OPENCODE_CONFIG_CONTENT", CONFIGURATION.strip(),
                        "OPENCODE_DISABLE_AUTOUPDATE", "1",
                        "OPENCODE_DISABLE_LSP_DOWNLOAD", "1"));
    }

    @Override
    public List<String> sessionFiles() {
        return List.of("home/.local/share/opencode");
    }

    @Override
    public AgentOutput output(AgentRun run, AgentListener listener) {
        return new EventOutput(run, listener, OpenCodeEvents::new);
    }
}
