package dev.pawl.workflows.activity.agent;

import dev.pawl.workflows.model.evidence.AgentReport;
import io.temporal.activity.ActivityInterface;

/** Runs of coding agents, on the host that has the workspace. */
@ActivityInterface
public interface AgentActivities {
    /**
     * Runs one session: opens its row, runs the agent, heartbeats, and always closes the row. Every attempt is a new
     * session that starts from the iteration's start snapshot and ends what an earlier attempt left running. It gets
     * the rest of the task's limits. If they, or the account's budget, leave nothing, no session is opened and the
     * report says so.
     */
    AgentReport runAgent(RunAgent input);
}
