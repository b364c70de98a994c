package dev.pawl.cli.preflight;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.pawl.cli.invocation.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sign-ins of companies, as visible in the user's settings: a cloud, a gateway, or a program that prints a key. */
final class EnterpriseSignIn {
    private static final long LARGEST = 1 << 20;
    private static final Set<String> YES = Set.of("1", "true", "yes", "on");
    private static final List<Map.Entry<String, String>> CLOUDS = List.of(
            Map.entry("CLAUDE_CODE_USE_BEDROCK", "Amazon Bedrock"),
            Map.entry("CLAUDE_CODE_USE_VERTEX", "Google Vertex AI"),
            Map.entry("CLAUDE_CODE_USE_FOUNDRY", "Microsoft Foundry"));
    private static final Pattern PROVIDER = Pattern.compile("(?m)^\\s*model_provider\\s*=\\s*[\"']([^\"']+)[\"']");

    private final Context context;

    private EnterpriseSignIn(Context context) {
        this.context = context;
    }

    /** The name of what signs an agent in; empty if that is its own sign-in or key, or nothing. */
    static Optional<String> of(KnownAgent agent, Context context) {
        EnterpriseSignIn known = new EnterpriseSignIn(context);
        return switch (agent.program()) {
            case "claude" -> known.claude();
            case "codex" -> known.codex();
            case "gemini" ->
                yes(context.variable("GOOGLE_GENAI_USE_VERTEXAI")) ? Optional.of("Google Vertex AI") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> claude() {
        JsonObject settings = json(directory("CLAUDE_CONFIG_DIR", ".claude").resolve("settings.json"));
        JsonObject env = settings.get("env") instanceof JsonObject object ? object : new JsonObject();
        for (Map.Entry<String, String> cloud : CLOUDS) {
            String variable = context.variable(cloud.getKey());
            if (yes(variable == null ? text(env.get(cloud.getKey())) : variable)) {
                return Optional.of(cloud.getValue());
            }
        }
        return text(settings.get("apiKeyHelper")).isBlank() ? Optional.empty() : Optional.of("its apiKeyHelper");
    }

    private Optional<String> codex() {
        String configuration = read(directory("CODEX_HOME", ".codex").resolve("config.toml"));
        Matcher chosen = PROVIDER.matcher(configuration);
        if (!chosen.find()) {
            return Optional.empty();
        }
        String name = chosen.group(1);
        Matcher table = Pattern.compile(
                        "(?m)^\\s*\\[model_providers\\.\"?%s\"?\\s*]([^\\[]*)".formatted(Pattern.quote(name)))
                .matcher(configuration);
        if (!table.find()) {
            return Optional.empty();
        }
        Matcher key =
                Pattern.compile("(?m)^\\s*env_key\\s*=\\s*[\"']([^\"']+)[\"']").matcher(table.group(1));
        return key.find() && context.variable(key.group(1)) == null
                ? Optional.empty()
                : Optional.of("model provider " + name);
    }

    private Path directory(String variable, String belowHome) {
        String configured = context.variable(variable);
        return configured == null ? context.home().resolve(belowHome) : Path.of(configured);
    }

    private static boolean yes(@Nullable String value) {
        return value != null && YES.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    private static String text(@Nullable JsonElement element) {
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    private static JsonObject json(Path file) {
        try {
            return JsonParser.parseString(read(file)) instanceof JsonObject object ? object : new JsonObject();
        } catch (JsonParseException broken) {
            return new JsonObject();
        }
    }

    /** Empty if there is none: the program itself would report an unreadable one. */
    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
