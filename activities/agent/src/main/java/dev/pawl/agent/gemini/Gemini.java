package dev.pawl.agent.gemini;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.pawl.workflows.model.request.AgentSpec.Inherited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gemini CLI, run headless. It restarts itself as a child, tries at most three times, and has no limit on cost. */
public final class Gemini implements AgentProgram {
    public static final String NAME = "gemini";

    private static final String CREDENTIALS = "oauth_creds.json";
    private static final SignInFormat SIGN_IN = SignInFormat.of(new OAuthTokens(
            List.of("access_token", "refresh_token", "id_token"), "expiry_date", List.of("scope", "token_type")));

    /** The account of the sign-in. */
    private static final String ACCOUNTS = "google_accounts.json";

    private static final int UNLIMITED = -1;

    /** The program accepts comments in its settings. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    @Override
    public ProgramFacts facts() {
        return new ProgramFacts(
                NAME,
                "Gemini CLI",
                "gemini",
                "0.61.0",
                "npm install -g @google/gemini-cli@0.61.0",
                "set GEMINI_API_KEY, or run 'gemini' and sign in with Google",
                List.of("GEMINI_API_KEY", "GOOGLE_*"));
    }

    @Override
    public SignIn signIn(AgentSettings settings) {
        return settings.hasKey("GEMINI_API_KEY", "GOOGLE_API_KEY", "GOOGLE_GENAI_USE_VERTEXAI")
                        || Files.isReadable(own(settings).resolve(CREDENTIALS))
                ? SignIn.SIGNED_IN
                : SignIn.SIGNED_OUT;
    }

    private static Path own(AgentSettings settings) {
        return settings.home().resolve(".gemini");
    }

    private static String authentication(AgentSettings settings) {
        if (settings.hasKey("GOOGLE_GENAI_USE_VERTEXAI")) {
            return "vertex-ai";
        }
        boolean google = !settings.hasKey("GEMINI_API_KEY")
                && Files.isReadable(own(settings).resolve(CREDENTIALS));
        return google ? "oauth-personal" : "gemini-api-key";
    }

    @Override
    public ProgramStart start(AgentRun run, RunHome home) throws IOException {
        Path configuration = Files.createDirectories(home.home().resolve(".gemini"));
        Path own = own(home.settings());
        home.borrow(own.resolve(CREDENTIALS), configuration.resolve(CREDENTIALS), SIGN_IN);
        home.borrow(own.resolve(ACCOUNTS), configuration.resolve(ACCOUNTS), SignInFormat.NEVER_RENEWED);
        home.write(configuration.resolve("settings.json"), settings(run, home.settings()));
        List<Inherited> inherit = run.spec().inherit();
        if (inherit.contains(Inherited.SKILLS)) {
            home.inherit(own.resolve("skills"), configuration.resolve("skills"));
        }
        if (inherit.contains(Inherited.INSTRUCTIONS)) {
            home.inherit(own.resolve("GEMINI.md"), configuration.resolve("GEMINI.md"));
        }
        List<String> arguments = new ArrayList<>(List.of("-o", "stream-json", "--yolo"));
        arguments.addAll(run.ownSession("--session-id", "--resume"));
        if (run.spec().model() != null) {
            arguments.addAll(List.of("-m", run.spec().model()));
        }
        return new ProgramStart(arguments, Map.of("GEMINI_CLI_TRUST_WORKSPACE", "true"));
    }

    private static String settings(AgentRun run, AgentSettings host) throws IOException {
        ObjectNode settings = (ObjectNode) JSON.readTree(ofPawl(run, host));
        Path users = own(host).resolve("settings.json");
        if (run.spec().inherit().contains(Inherited.MCP)
                && Files.isRegularFile(users)
                && JSON.readTree(Files.readAllBytes(users)).get("mcpServers") instanceof ObjectNode servers) {
            settings.set("mcpServers", servers);
        }
        return settings.toString();
    }

    private static String ofPawl(AgentRun run, AgentSettings host) {
        return """
                {
                  "general": {"enableAutoUpdate": false, "enableAutoUpdateNotification": false, "maxAttempts": 3},
                  "privacy": {"usageStatisticsEnabled": false},
                  "telemetry": {"enabled": false},
                  "security": {"auth": {"selectedType": "%s"}},
                  "model": {"maxSessionTurns": %d}
                }
                """.formatted(authentication(host), Objects.requireNonNullElse(run.turns(), UNLIMITED));
    }

    @Override
    public List<String> sessionFiles() {
        return List.of("home/.gemini/tmp");
    }

    @Override
    public AgentOutput output(AgentRun run, AgentListener listener) {
        return new EventOutput(run, listener, GeminiEvents::new);
    }
}
