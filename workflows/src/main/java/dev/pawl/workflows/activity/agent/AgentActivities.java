package dev.pawl.workflows.activity.agent;

import dev.pawl.workflows.model.evidence.AgentReport;
import io.temporal.activity.ActivityInterface;

/** Runs of coding agents, on the host that has the workspace. */
@ActivityInterface
public interface AgentActivities {
    /**
     * One session: opens its row, runs the agent, heartbeats, closes the row whatever happens. Every attempt is a new
     * session, starts from the iteration's start snapshot and ends what an earlier attempt left. It gets what is left of the
     * task's limits. If they, or the budget of the provider's account, leave nothing, no session is opened, and the report
     * says so.
     */
    AgentReport runAgent(RunAgent input);
}
