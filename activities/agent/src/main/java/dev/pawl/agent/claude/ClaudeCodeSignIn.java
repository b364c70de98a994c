package dev.pawl.agent.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.cloud.Cloud;
import dev.pawl.agent.cloud.Variables;
import dev.pawl.agent.program.RunHome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins to Claude Code other than that of a subscription: variables, also those of the user's {@code settings.json};
 * a cloud; and a program that prints a key. Nothing else of the user's settings is used.
 *
 * @param variables of the worker and of the user's settings
 * @param cloud absent if the models are served by their maker, or by a gateway
 * @param helpers settings that name programs, by key
 */
record ClaudeCodeSignIn(
        Map<String, String> variables, @Nullable Cloud cloud, ObjectNode helpers) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1 << 20;
    private static final Set<String> YES = Set.of("1", "true", "yes", "on");
    private static final List<String> HELPERS = List.of("apiKeyHelper", "awsCredentialExport");
    private static final List<String> NAMES = List.of(
            "ANTHROPIC_*",
            "CLAUDE_CODE_OAUTH_TOKEN",
            "CLAUDE_CODE_USE_BEDROCK",
            "CLAUDE_CODE_USE_VERTEX",
            "CLAUDE_CODE_USE_FOUNDRY",
            "CLAUDE_CODE_SKIP_BEDROCK_AUTH",
            "CLAUDE_CODE_SKIP_VERTEX_AUTH",
            "CLAUDE_CODE_SKIP_FOUNDRY_AUTH",
            "CLAUDE_CODE_API_KEY_HELPER_TTL_MS");

    static ClaudeCodeSignIn of(AgentSettings settings) {
        JsonNode users = read(settings.directory("CLAUDE_CONFIG_DIR", ".claude").resolve("settings.json"));
        Map<String, String> given = new HashMap<>();
        users.path("env")
                .properties()
                .forEach(entry -> given.put(entry.getKey(), entry.getValue().asText("")));
        given.putAll(settings.environment());
        Cloud cloud = cloud(given);
        Map<String, String> variables = new HashMap<>(Variables.matching(given, NAMES));
        if (cloud != null) {
            variables.putAll(Variables.matching(given, cloud.variables()));
        }
        ObjectNode helpers = JSON.createObjectNode();
        for (String key : HELPERS) {
            String command = users.path(key).asText("");
            if (!command.isBlank()) {
                // The run has another home.
                helpers.put(key, command.startsWith("~/") ? settings.home() + command.substring(1) : command);
            }
        }
        return new ClaudeCodeSignIn(Map.copyOf(variables), cloud, helpers);
    }

    private static @Nullable Cloud cloud(Map<String, String> given) {
        for (Cloud cloud : Cloud.values()) {
            String chosen = given.getOrDefault("CLAUDE_CODE_USE_" + cloud.name(), "");
            if (YES.contains(chosen.strip().toLowerCase(Locale.ROOT))) {
                return cloud;
            }
        }
        return null;
    }

    /** An unreadable file is that of a user without settings: the program itself would report it. */
    private static JsonNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            return JSON.createObjectNode();
        }
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode tree = JSON.readTree(in.readNBytes(LARGEST));
            return tree == null ? JSON.createObjectNode() : tree;
        } catch (IOException unreadable) {
            return JSON.createObjectNode();
        }
    }

    boolean known() {
        return cloud != null
                || !helpers.isEmpty()
                || List.of("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "CLAUDE_CODE_OAUTH_TOKEN").stream()
                        .anyMatch(name -> !variables.getOrDefault(name, "").isBlank());
    }

    /** @return the variables for the run */
    Map<String, String> lend(RunHome home, Path configuration) throws IOException {
        if (!helpers.isEmpty()) {
            home.write(configuration.resolve("settings.json"), helpers.toString());
        }
        Map<String, String> environment = new HashMap<>(variables);
        if (cloud != null) {
            environment.putAll(cloud.lend(home, variables));
        }
        return environment;
    }
}
