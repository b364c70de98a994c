package dev.pawl.cli.invocation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Programs on a search path, and how to install missing ones. */
public final class Programs {
    private static final Map<String, String> INSTALL = Map.ofEntries(
            Map.entry("git", "install git, such as: apt install git, or brew install git"),
            Map.entry("python3", "install Python 3, such as: apt install python3, or brew install python"),
            Map.entry("python", "install Python 3 and use python3"),
            Map.entry("pip", "install pip, such as: apt install python3-pip"),
            Map.entry("node", "install Node.js from https://nodejs.org"),
            Map.entry("npm", "install Node.js from https://nodejs.org"),
            Map.entry("npx", "install Node.js from https://nodejs.org"),
            Map.entry("claude", "install Claude Code: npm install -g @anthropic-ai/claude-code, then sign in: claude"),
            Map.entry("codex", "install Codex: npm install -g @openai/codex, then sign in: codex login"),
            Map.entry("gemini", "install Gemini CLI: npm install -g @google/gemini-cli, then sign in: gemini"),
            Map.entry("opencode", "install OpenCode: npm install -g opencode-ai, then sign in: opencode auth login"),
            Map.entry("qwen", "install Qwen Code: npm install -g @qwen-code/qwen-code, then sign in: qwen auth"),
            Map.entry("copilot", "install Copilot CLI: npm install -g @github/copilot, then sign in: copilot login"),
            Map.entry("go", "install Go from https://go.dev/dl"),
            Map.entry("cargo", "install Rust from https://rustup.rs"),
            Map.entry("java", "install a JDK 21 or newer, such as Temurin 25 from https://adoptium.net"),
            Map.entry("javac", "install a JDK 21 or newer, such as Temurin 25 from https://adoptium.net"),
            Map.entry("mvn", "install Maven, such as: apt install maven, or brew install maven"),
            Map.entry("gradle", "install Gradle from https://gradle.org/install"),
            Map.entry(
                    "bwrap",
                    "install bubblewrap, such as: apt install bubblewrap, and allow unprivileged user namespaces"),
            Map.entry("pasta", "install passt, such as: apt install passt"),
            Map.entry("ip", "install iproute2, such as: apt install iproute2"),
            Map.entry("make", "install make, such as: apt install make"));

    private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

    private final String path;

    /** @param path in the format of the variable PATH */
    public Programs(String path) {
        this.path = path;
    }

    /** Programs on the PATH. */
    public static Programs onPath(Context context) {
        return new Programs(context.environment().getOrDefault("PATH", ""));
    }

    /** Agents: searches the cache of {@code build/install-agents} first, as the worker does. */
    public static Programs agents(Context context) {
        String xdg = context.variable("XDG_CACHE_HOME");
        Path cache = xdg == null ? context.home().resolve(".cache") : Path.of(xdg);
        Path installed = cache.resolve("pawl/agents/node_modules/.bin");
        return new Programs(
                installed + File.pathSeparator + context.environment().getOrDefault("PATH", ""));
    }

    public Optional<Path> find(String name) {
        return SEPARATOR
                .splitAsStream(path)
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> candidate(directory, name).stream())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Optional<Path> candidate(String directory, String name) {
        try {
            return Optional.of(Path.of(directory, name));
        } catch (InvalidPathException notOnThisSystem) {
            return Optional.empty();
        }
    }

    /** One line that says how to get a program. */
    public static String install(String name) {
        return INSTALL.getOrDefault(name, "install '" + name + "' or put it on the PATH");
    }
}
