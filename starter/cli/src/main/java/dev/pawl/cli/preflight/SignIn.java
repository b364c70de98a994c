package dev.pawl.cli.preflight;

import dev.pawl.cli.Context;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether an agent can talk to its provider, as far as that can be seen without asking it. */
public final class SignIn {
    private static final List<String> CLAUDE = List.of(
            "ANTHROPIC_API_KEY",
            "ANTHROPIC_AUTH_TOKEN",
            "CLAUDE_CODE_OAUTH_TOKEN",
            "CLAUDE_CODE_USE_BEDROCK",
            "CLAUDE_CODE_USE_VERTEX");

    private SignIn() {}

    public static boolean claude(Context context) {
        return CLAUDE.stream().anyMatch(name -> context.variable(name) != null)
                || Files.isReadable(claudeDirectory(context).resolve(".credentials.json"))
                // There the key chain keeps it, which asks before it lets anyone look.
                || System.getProperty("os.name", "").startsWith("Mac");
    }

    private static Path claudeDirectory(Context context) {
        String named = context.variable("CLAUDE_CONFIG_DIR");
        return named == null
                ? Path.of(context.environment().getOrDefault("HOME", System.getProperty("user.home")), ".claude")
                : Path.of(named);
    }
}
