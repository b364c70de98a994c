package dev.pawl.activities.agent.command;

import dev.pawl.activities.agent.AgentListener;
import dev.pawl.activities.agent.program.AgentOutput;

/** Makes the outputs of {@code command} for the contract of all agents. */
public final class CommandOutputs {
    private CommandOutputs() {}

    public static AgentOutput output(AgentListener listener) {
        return new CommandOutput(listener);
    }
}
