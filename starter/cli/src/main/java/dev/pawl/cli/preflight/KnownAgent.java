package dev.pawl.cli.preflight;

import dev.pawl.cli.invocation.Context;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An agent program and its sign-in, as visible on this machine without running it.
 *
 * @param name its name in tasks
 * @param keys variables that sign it in
 * @param files below home that sign it in
 * @param signIn what to do if it is not signed in
 */
public record KnownAgent(String name, String program, List<String> keys, List<String> files, String signIn) {
    public static final List<KnownAgent> ALL = List.of(
            new KnownAgent(
                    "claude-code",
                    "claude",
                    List.of("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "CLAUDE_CODE_OAUTH_TOKEN"),
                    List.of(".claude/.credentials.json"),
                    "run: claude, or set ANTHROPIC_API_KEY"),
            new KnownAgent(
                    "codex",
                    "codex",
                    List.of("OPENAI_API_KEY", "CODEX_API_KEY"),
                    List.of(".codex/auth.json"),
                    "run: codex login, or set OPENAI_API_KEY"),
            new KnownAgent(
                    "gemini",
                    "gemini",
                    List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"),
                    List.of(".gemini/oauth_creds.json"),
                    "run: gemini, or set GEMINI_API_KEY"),
            new KnownAgent(
                    "opencode",
                    "opencode",
                    List.of(
                            "ANTHROPIC_API_KEY",
                            "OPENAI_API_KEY",
                            "GEMINI_API_KEY",
                            "GOOGLE_GENERATIVE_AI_API_KEY",
                            "OPENROUTER_API_KEY",
                            "OPENCODE_API_KEY",
                            "OPENCODE_CONFIG"),
                    List.of(".local/share/opencode/auth.json"),
                    "run: opencode auth login, or set the key of your provider"),
            new KnownAgent(
                    "qwen",
                    "qwen",
                    List.of("OPENAI_API_KEY"),
                    List.of(".qwen/oauth_creds.json"),
                    "run: qwen auth, or set OPENAI_API_KEY and OPENAI_BASE_URL"),
            new KnownAgent(
                    "copilot",
                    "copilot",
                    List.of("COPILOT_GITHUB_TOKEN", "GH_TOKEN", "GITHUB_TOKEN", "COPILOT_PROVIDER_BASE_URL"),
                    List.of(),
                    "run: copilot login, or set COPILOT_GITHUB_TOKEN"));

    /** Empty for a command and for unknown agents. */
    public static Optional<KnownAgent> named(String name) {
        return ALL.stream().filter(agent -> agent.name().equals(name)).findFirst();
    }

    /** Whether a model would answer, according to files and variables. */
    public enum SignIn {
        SIGNED_IN,
        SIGNED_OUT,
        UNKNOWN
    }

    public SignIn signIn(Context context) {
        Path home = context.home();
        if (keys.stream().anyMatch(key -> context.variable(key) != null)
                || files.stream().map(home::resolve).anyMatch(Files::isReadable)
                || elsewhere(context)
                || by(context).isPresent()) {
            return SignIn.SIGNED_IN;
        }
        return unknown() ? SignIn.UNKNOWN : SignIn.SIGNED_OUT;
    }

    /** The cloud, gateway or program that signs it in, by name; empty if it has its own sign-in or key, or none. */
    public Optional<String> by(Context context) {
        return EnterpriseSignIn.of(this, context);
    }

    /** Claude Code's directory can be configured. */
    private boolean elsewhere(Context context) {
        String named = context.variable("CLAUDE_CONFIG_DIR");
        return program.equals("claude") && named != null && Files.isReadable(Path.of(named, ".credentials.json"));
    }

    /** OpenCode may use a server without a key; others may keep the sign-in in a key chain, which asks first. */
    private boolean unknown() {
        return switch (program) {
            case "opencode", "copilot" -> true;
            case "claude" -> System.getProperty("os.name", "").startsWith("Mac");
            default -> false;
        };
    }
}
