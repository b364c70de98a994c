package dev.pawl.workflows.model.request;

import java.util.stream.Collectors;

/** The account whose usage limits the sessions of an agent count against. */
public final class ProviderAccount {
    private static final int MAX_LENGTH = 200;

    private ProviderAccount() {}

    /**
     * The agent's name; for a {@code command} agent with its command line, without the directories of programs and
     * files.
     */
    public static String of(AgentSpec agent) {
        if (!agent.name().equals(AgentSpec.COMMAND)) {
            return agent.name();
        }
        String line = agent.command().stream()
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .collect(Collectors.joining(" ", agent.name() + ": ", ""));
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
    }
}
