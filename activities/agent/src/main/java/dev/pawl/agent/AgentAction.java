package dev.pawl.agent;

import dev.pawl.agent.ToolCall.Outcome;

/**
 * One thing an agent did.
 *
 * @param number from 1 in the order of their beginnings, without gaps; the same when more is known of it
 * @param tool as the agent names it; empty where it used none
 * @param text what it was done on or what was said
 * @param outcome {@link Outcome#UNKNOWN} until it is known, and for what cannot fail
 */
public record AgentAction(int number, ActionKind kind, String tool, String text, Outcome outcome) {
    public AgentAction ended(Outcome how) {
        return new AgentAction(number, kind, tool, text, how);
    }
}
