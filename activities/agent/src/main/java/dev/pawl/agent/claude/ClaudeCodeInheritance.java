package dev.pawl.agent.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.program.RunHome;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.AgentSpec.Inherited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run of Claude Code gets of the user's own settings, if the agent inherits it. */
final class ClaudeCodeInheritance {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClaudeCodeInheritance() {}

    /** @return arguments; those after {@code --allowedTools} come last */
    static Arguments lend(AgentSpec agent, RunHome home, Path configuration) throws IOException {
        AgentSettings settings = home.settings();
        Path own = settings.directory("CLAUDE_CONFIG_DIR", ".claude");
        if (agent.inherit().contains(Inherited.SKILLS)) {
            home.inherit(own.resolve("skills"), configuration.resolve("skills"));
        }
        if (agent.inherit().contains(Inherited.INSTRUCTIONS)) {
            home.inherit(own.resolve("CLAUDE.md"), configuration.resolve("CLAUDE.md"));
        }
        return agent.inherit().contains(Inherited.MCP)
                ? servers(users(settings, own), home, configuration)
                : Arguments.NONE;
    }

    /**
     * @param options that load servers
     * @param allowed tools
     */
    record Arguments(List<String> options, List<String> allowed) {
        static final Arguments NONE = new Arguments(List.of(), List.of());
    }

    private static Path users(AgentSettings settings, Path own) {
        boolean moved =
                !settings.environment().getOrDefault("CLAUDE_CONFIG_DIR", "").isBlank();
        return (moved ? own : settings.home()).resolve(".claude.json");
    }

    /** Without a person, only servers that are allowed by name can be used. */
    private static Arguments servers(Path users, RunHome home, Path configuration) throws IOException {
        JsonNode servers = Files.isRegularFile(users)
                ? JSON.readTree(Files.readAllBytes(users)).path("mcpServers")
                : JSON.missingNode();
        if (!(servers instanceof ObjectNode named) || named.isEmpty()) {
            return Arguments.NONE;
        }
        Path file = configuration.resolve("mcp.json");
        home.write(file, JSON.createObjectNode().set("mcpServers", named).toString());
        List<String> allowed = new ArrayList<>();
        named.fieldNames().forEachRemaining(name -> allowed.add("mcp__" + name));
        return new Arguments(List.of("--mcp-config", file.toString(), "--strict-mcp-config"), allowed);
    }
}
