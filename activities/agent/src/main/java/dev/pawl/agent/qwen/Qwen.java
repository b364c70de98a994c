package dev.pawl.agent.qwen;

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

/** Qwen Code, run headless. It reports "success" even for a refused request, and has no limit on cost. */
public final class Qwen implements AgentProgram {
    public static final String NAME = "qwen";

    private static final String CREDENTIALS = "oauth_creds.json";
    private static final SignInFormat SIGN_IN = SignInFormat.of(new OAuthTokens(
            List.of("access_token", "refresh_token", "id_token"), "expiry_date", List.of("token_type")));
    /**
     * It tries a busy provider seven times in a row. Any number of retries here repeats such rows, minutes apart, and
     * applies to requests within each.
     */
    private static final String SETTINGS = """
            {
              "general": {"enableAutoUpdate": false, "disableAutoUpdate": true, "disableUpdateNag": true},
              "privacy": {"usageStatisticsEnabled": false},
              "telemetry": {"enabled": false},
              "model": {"generationConfig": {"maxRetries": 0}}
            }
            """;

    @Override
    public ProgramFacts facts() {
        return new ProgramFacts(
                NAME,
                "Qwen Code",
                "qwen",
                "0.15.10",
                "npm install -g @qwen-code/qwen-code@0.15.10",
                "set OPENAI_API_KEY and OPENAI_BASE_URL, or run 'qwen auth'",
                List.of("OPENAI_*", "DASHSCOPE_API_KEY"));
    }

    @Override
    public SignIn signIn(AgentSettings settings) {
        return settings.hasKey("OPENAI_API_KEY") || Files.isReadable(credentials(settings))
                ? SignIn.SIGNED_IN
                : SignIn.SIGNED_OUT;
    }

    private static Path credentials(AgentSettings settings) {
        return settings.home().resolve(".qwen").resolve(CREDENTIALS);
    }

    @Override
    public ProgramStart start(AgentRun run, RunHome home) throws IOException {
        Path configuration = Files.createDirectories(home.home().resolve(".qwen"));
        Files.writeString(configuration.resolve("settings.json"), SETTINGS);
        home.borrow(credentials(home.settings()), configuration.resolve(CREDENTIALS), SIGN_IN);
        boolean account = !home.settings().hasKey("OPENAI_API_KEY") && Files.isReadable(credentials(home.settings()));
        List<String> arguments = new ArrayList<>(List.of("-o", "stream-json", "--yolo"));
        arguments.addAll(List.of("--auth-type", account ? "qwen-oauth" : "openai"));
        arguments.addAll(run.ownSession("--session-id", "--resume"));
        if (run.spec().model() != null) {
            arguments.addAll(List.of("-m", run.spec().model()));
        }
        if (run.turns() != null) {
            arguments.addAll(List.of("--max-session-turns", run.turns().toString()));
        }
        return new ProgramStart(arguments, Map.of("QWEN_CODE_SUPPRESS_YOLO_WARNING", "1"));
    }

    @Override
    public List<String> sessionFiles() {
        return List.of("home/.qwen/projects");
    }

    @Override
    public AgentOutput output(AgentRun run, AgentListener listener) {
        return new EventOutput(run, listener, QwenEvents::new);
    }
}
