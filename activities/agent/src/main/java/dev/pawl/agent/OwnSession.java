package dev.pawl.agent;

import dev.pawl.workflows.model.evidence.Usage;

/**
 * A session as the agent itself knows it, which a later run can go on with.
 *
 * @param id the agent's own
 * @param told all that the agent ever told of its spending: some count on from there when they go on
 */
public record OwnSession(String id, Usage told) {}
