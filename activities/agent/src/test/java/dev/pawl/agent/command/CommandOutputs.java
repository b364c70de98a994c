package dev.pawl.agent.command;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.output.AgentOutput;

/** Creates the outputs of {@code command} for the contract of all agents. */
public final class CommandOutputs {
    private CommandOutputs() {}

    public static AgentOutput output(AgentListener listener) {
        return new CommandOutput(listener);
    }
}
