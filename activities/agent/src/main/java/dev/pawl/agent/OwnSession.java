package dev.pawl.agent;

import dev.pawl.workflows.model.evidence.Usage;

/**
 * The agent's own session, which a later run can continue.
 *
 * @param id the agent's own
 * @param reported the total usage that the agent ever reported: some continue counting from there
 */
public record OwnSession(String id, Usage reported) {}
