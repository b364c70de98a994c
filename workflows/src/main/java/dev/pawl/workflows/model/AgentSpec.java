package dev.pawl.workflows.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which agent works, and how it is started.
 *
 * @param name the adapter, such as {@code claude-code} or {@code command}
 * @param model passed to the agent as it is; absent means the agent's own default
 * @param command program and arguments of a {@code command} agent; empty for every other
 */
public record AgentSpec(String name, @Nullable String model, List<String> command) {
    public static final String COMMAND = "command";

    public AgentSpec {
        Require.text(name, 64, "agent");
        command = Require.list(command);
        if (COMMAND.equals(name) && command.isEmpty()) {
            throw new IllegalArgumentException("agent 'command' needs 'command', the program to run");
        }
        if (!COMMAND.equals(name) && !command.isEmpty()) {
            throw new IllegalArgumentException("'command' is only for agent 'command', not for '" + name + "'");
        }
    }
}
