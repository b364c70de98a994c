package dev.pawl.agent.claude;

import dev.pawl.agent.AgentAvailability.SignIn;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.output.AgentOutput;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Claude Code, run headless, with the user's sign-in or keys of the worker's environment. */
public final class ClaudeCode implements AgentProgram {
    public static final String NAME = "claude-code";

    private static final String CREDENTIALS = ".credentials.json";
    private static final SignInFormat SIGN_IN = SignInFormat.below(
            "claudeAiOauth",
            new OAuthTokens(
                    List.of("accessToken", "refreshToken"),
                    "expiresAt",
                    List.of(
                            "refreshTokenExpiresAt",
                            "scopes",
                            "subscriptionType",
                            "subscriptionTypeSource",
                            "subscriptionTypeVerifiedAt",
                            "rateLimitTier")));

    @Override
    public ProgramFacts facts() {
        return new ProgramFacts(
                NAME,
                "Claude Code",
                "claude",
                "2.1.328",
                "npm install -g @anthropic-ai/claude-code@2.1.328",
                "set ANTHROPIC_API_KEY, or run 'claude' and then /login",
                List.of("ANTHROPIC_*", "CLAUDE_CODE_OAUTH_TOKEN"));
    }

    /** Only the provider knows whether the sign-in is still valid. */
    @Override
    public SignIn signIn(AgentSettings settings) {
        if (ClaudeCodeSignIn.of(settings).known() || Files.isReadable(credentials(settings))) {
            return SignIn.SIGNED_IN;
        }
        boolean keychain =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return keychain ? SignIn.UNKNOWN : SignIn.SIGNED_OUT;
    }

    private static Path credentials(AgentSettings settings) {
        return settings.directory("CLAUDE_CONFIG_DIR", ".claude").resolve(CREDENTIALS);
    }

    @Override
    public ProgramStart start(AgentRun run, RunHome home) throws IOException {
        Path configuration = home.directory("claude");
        home.borrow(credentials(home.settings()), configuration.resolve(CREDENTIALS), SIGN_IN);
        Map<String, String> environment =
                new HashMap<>(ClaudeCodeSignIn.of(home.settings()).lend(home, configuration));
        environment.putAll(ClaudeCodeEnvironment.of(run, configuration));
        return new ProgramStart(
                arguments(run, ClaudeCodeInheritance.lend(run.spec(), home, configuration)), environment);
    }

    private static List<String> arguments(AgentRun run, ClaudeCodeInheritance.Arguments inherited) {
        List<String> arguments = new ArrayList<>(List.of("-p", "--verbose"));
        arguments.addAll(List.of("--output-format", "stream-json"));
        // Otherwise a long message counts as silence, and its tokens are not counted until its end.
        arguments.add("--include-partial-messages");
        arguments.addAll(run.ownSession("--session-id", "--resume"));
        if (run.spec().model() != null) {
            arguments.addAll(List.of("--model", run.spec().model()));
        }
        if (run.turns() != null) {
            arguments.addAll(List.of("--max-turns", run.turns().toString()));
        }
        if (run.budgetUsd() != null) {
            arguments.addAll(List.of("--max-budget-usd", run.budgetUsd().toPlainString()));
        }
        arguments.addAll(inherited.options());
        arguments.addAll(List.of("--permission-mode", "acceptEdits", "--allowedTools", "Bash"));
        arguments.addAll(inherited.allowed());
        return arguments;
    }

    @Override
    public List<String> sessionFiles() {
        return List.of("claude/projects");
    }

    @Override
    public AgentOutput output(AgentRun run, AgentListener listener) {
        return new ClaudeCodeOutput(run.tokens(), run.before(), listener);
    }
}
