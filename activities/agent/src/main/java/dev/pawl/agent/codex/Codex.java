package dev.pawl.agent.codex;

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
import dev.pawl.agent.signin.TimedTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Codex, run headless. Its sandbox lets commands write only into the workspace, without network. It has no limits on
 * turns and cost, and reports tokens only at the end.
 */
public final class Codex implements AgentProgram {
    public static final String NAME = "codex";

    private static final String CREDENTIALS = "auth.json";
    private static final SignInFormat SIGN_IN =
            new TimedTokens("tokens", List.of("access_token", "refresh_token", "id_token"), "last_refresh");
    private static final String CONFIGURATION = """
            check_for_update_on_startup = false
            [analytics]
            enabled = false
            [history]
            persistence = "none"
            """;

    @Override
    public ProgramFacts facts() {
        return new ProgramFacts(
                NAME,
                "Codex",
                "codex",
                "0.169.0",
                "npm install -g @openai/codex@0.169.0",
                "set OPENAI_API_KEY, or run 'codex login'",
                List.of("OPENAI_*", "CODEX_API_KEY"));
    }

    @Override
    public SignIn signIn(AgentSettings settings) {
        return settings.hasKey("OPENAI_API_KEY", "CODEX_API_KEY") || Files.isReadable(credentials(settings))
                ? SignIn.SIGNED_IN
                : SignIn.SIGNED_OUT;
    }

    private static Path credentials(AgentSettings settings) {
        return settings.directory("CODEX_HOME", ".codex").resolve(CREDENTIALS);
    }

    @Override
    public ProgramStart start(AgentRun run, RunHome home) throws IOException {
        Path own = home.directory(NAME);
        Files.writeString(own.resolve("config.toml"), CONFIGURATION);
        home.borrow(credentials(home.settings()), own.resolve(CREDENTIALS), SIGN_IN);
        List<String> arguments =
                new ArrayList<>(List.of("exec", "--json", "--skip-git-repo-check", "-s", "workspace-write"));
        if (run.spec().model() != null) {
            arguments.addAll(List.of("-m", run.spec().model()));
        }
        if (run.resumes() != null) {
            arguments.addAll(List.of("resume", run.resumes().id(), "-"));
        }
        return new ProgramStart(arguments, Map.of("CODEX_HOME", own.toString()));
    }

    @Override
    public List<String> sessionFiles() {
        return List.of(NAME + "/sessions");
    }

    @Override
    public AgentOutput output(AgentRun run, AgentListener listener) {
        return new EventOutput(run, listener, CodexEvents::new);
    }
}
