package dev.pawl.workflows.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which agent works, and how it is started.
 *
 * @param name the adapter, such as {@code claude-code} or {@code command}
 * @param model passed to the agent as it is; absent means the agent's own default
 * @param command program and arguments of a {@code command} agent; empty for every other
 * @param continued whether an iteration goes on with the agent's own session of the one before, as far as there is one
 */
public record AgentSpec(String name, @Nullable String model, List<String> command, boolean continued) {
    public static final String COMMAND = "command";

    /** One whose every session begins anew. */
    public AgentSpec(String name, @Nullable String model, List<String> command) {
        this(name, model, command, false);
    }

    public AgentSpec {
        Require.text(name, 64, "agent");
        command = Require.list(command);
        if (COMMAND.equals(name) && command.isEmpty()) {
            throw new IllegalArgumentException("agent 'command' needs 'command', the program to run");
        }
        if (!COMMAND.equals(name) && !command.isEmpty()) {
            throw new IllegalArgumentException("'command' is only for agent 'command', not for '" + name + "'");
        }
        if (COMMAND.equals(name) && continued) {
            throw new IllegalArgumentException("agent 'command' has no session of its own to continue");
        }
    }
}
