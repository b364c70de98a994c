package dev.pawl.agent;

import dev.pawl.agent.ToolCall.Outcome;

/**
 * One action of an agent.
 *
 * @param number from 1 in the order of their beginnings, without gaps; the same for each update
 * @param tool as the agent names it; empty if it used none
 * @param text the object of the action or the text of the message
 * @param outcome {@link Outcome#UNKNOWN} until it is known, and for actions that cannot fail
 */
public record AgentAction(int number, ActionKind kind, String tool, String text, Outcome outcome) {
    public AgentAction ended(Outcome how) {
        return new AgentAction(number, kind, tool, text, how);
    }
}
