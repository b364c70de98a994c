package dev.pawl.agent.real;

import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.ProgramSettings;
import dev.pawl.agent.catalog.AgentCatalog;
import dev.pawl.agent.modelserver.Script;
import dev.pawl.agent.program.AgentProgram;
import dev.pawl.agent.program.ProgramAgent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How each agent is configured for a test model server, as its users would configure theirs.
 *
 * @param givesUpSoon whether it stops retrying a busy provider within half a minute; the others take longer, which
 *     cannot be configured
 */
public record ScriptedProvider(String agent, String model, boolean givesUpSoon) {
    private static final String KEY = "sk-scripted-key";

    /** A worker's environment, and its settings of the agent. */
    public record Host(Map<String, String> environment, ProgramSettings settings) {}

    public static List<ScriptedProvider> all() {
        return List.of(
                new ScriptedProvider("codex", "gpt-5", true),
                new ScriptedProvider("gemini", "gemini-2.5-flash", true),
                new ScriptedProvider("opencode", "scripted/some-model", true),
                new ScriptedProvider("qwen", "some-model", false),
                new ScriptedProvider("copilot", "some-model", true));
    }

    /** Those of this machine; missing ones are printed. */
    public static List<ScriptedProvider> installed() {
        return all().stream().filter(ScriptedProvider::isInstalled).toList();
    }

    private boolean isInstalled() {
        boolean found =
                ProgramAgent.find(program().facts(), AgentSettings.ofHost()).isPresent();
        if (!found) {
            System.out.println("SKIPPED " + agent + ": not installed; build/install-agents installs it with npm");
        }
        return found;
    }

    public AgentProgram program() {
        return AgentCatalog.programs().stream()
                .filter(program -> program.facts().name().equals(agent))
                .findFirst()
                .orElseThrow();
    }

    /** An error that requests an immediate retry: agents that comply give up sooner. */
    public static Script.Fail refusal(int status) {
        Script.Fail plain = Script.Fail.of(status);
        Map<String, String> soon = Map.of("retry-after", "1", "retry-after-ms", "1");
        return new Script.Fail(status, plain.type(), plain.message(), soon);
    }

    /** @param directory for files that describe the provider */
    public Host host(URI server, Path directory) throws IOException {
        return switch (agent) {
            case "codex" -> codex(server + "/v1");
            case "gemini" -> plain(Map.of("GEMINI_API_KEY", KEY, "GOOGLE_GEMINI_BASE_URL", server.toString()));
            case "opencode" -> openCode(server + "/v1", directory.resolve("opencode.json"));
            case "qwen" -> plain(Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", server + "/v1"));
            case "copilot" ->
                plain(Map.of(
                        "COPILOT_PROVIDER_BASE_URL",
                        server + "/v1",
                        "COPILOT_PROVIDER_API_KEY",
                        KEY,
                        "COPILOT_OFFLINE",
                        "true"));
            default -> throw new IllegalStateException("no provider for " + agent);
        };
    }

    private static Host codex(String url) {
        Map<String, String> provider = Map.of(
                "name", "\"scripted\"",
                "base_url", "\"" + url + "\"",
                "env_key", "\"OPENAI_API_KEY\"",
                "wire_api", "\"responses\"",
                "request_max_retries", "1",
                "stream_max_retries", "1");
        List<String> flags = new ArrayList<>(List.of("-c", "model_provider=\"scripted\""));
        provider.forEach((key, value) -> flags.addAll(List.of("-c", "model_providers.scripted." + key + "=" + value)));
        return new Host(Map.of("OPENAI_API_KEY", KEY), new ProgramSettings(null, flags, null, List.of()));
    }

    private static Host openCode(String url, Path configuration) throws IOException {
        Files.writeString(configuration, """
                {"provider": {"scripted": {
                  "npm": "@ai-sdk/openai-compatible",
                  "options": {"baseURL": "%s", "apiKey": "%s"},
                  "models": {"some-model": {"cost": {"input": 3, "output": 15, "cache_read": 0.3, "cache_write": 0}}}
                }}}
                """.formatted(url, KEY));
        return plain(Map.of(
                "OPENCODE_CONFIG",
                configuration.toString(),
                "OPENCODE_DISABLE_MODELS_FETCH",
                "1",
                // By this, a sandbox knows the service; it does not read the file.
                "OPENCODE_MODEL_URL",
                url));
    }

    private static Host plain(Map<String, String> environment) {
        return new Host(environment, ProgramSettings.NONE);
    }
}
