package dev.pawl.agent.codex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.cloud.Variables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The model provider that the user's {@code config.toml} selects, such as a company's gateway. Nothing else of the
 * user's configuration is used.
 *
 * @param name as the configuration names it
 * @param table its settings
 * @param model that the user's configuration names for it; empty if none
 */
record CodexProvider(String name, ObjectNode table, String model) {
    private static final TomlMapper TOML = new TomlMapper();
    private static final int LARGEST = 1 << 20;

    /** Empty if the built-in provider is used, or if the file cannot be read. */
    static Optional<CodexProvider> of(AgentSettings settings) {
        return selected(users(settings));
    }

    /** The user's configuration; empty if there is none, or none that can be read. */
    static JsonNode users(AgentSettings settings) {
        Path file = settings.directory("CODEX_HOME", ".codex").resolve("config.toml");
        if (!Files.isRegularFile(file)) {
            return TOML.createObjectNode();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return TOML.readTree(in.readNBytes(LARGEST));
        } catch (IOException unreadable) {
            return TOML.createObjectNode();
        }
    }

    private static Optional<CodexProvider> selected(JsonNode users) {
        String profile = users.path("profile").asText("");
        JsonNode chosen = users.path("profiles").path(profile);
        String name = chosen.path("model_provider")
                .asText(users.path("model_provider").asText(""));
        return users.path("model_providers").path(name) instanceof ObjectNode table
                ? Optional.of(new CodexProvider(
                        name,
                        table,
                        chosen.path("model").asText(users.path("model").asText(""))))
                : Optional.empty();
    }

    /** Whether its key is in the environment, if it needs one. */
    boolean known(AgentSettings settings) {
        String key = table.path("env_key").asText("");
        return key.isEmpty() || settings.hasKey(key);
    }

    /** The worker's variables that it reads. */
    Map<String, String> variables(AgentSettings settings) {
        List<String> names = new ArrayList<>(List.of(table.path("env_key").asText("")));
        table.path("env_http_headers").forEach(variable -> names.add(variable.asText("")));
        return Variables.matching(settings.environment(), names);
    }

    /** Adds it to the configuration of a run. */
    void addTo(ObjectNode configuration, boolean modelNamed) {
        configuration.put("model_provider", name);
        configuration.putObject("model_providers").set(name, table);
        if (!modelNamed && !model.isEmpty()) {
            configuration.put("model", model);
        }
    }
}
