package dev.pawl.evidence;

import dev.pawl.workflows.model.evidence.Finding;
import java.util.List;

/**
 * The workspace as an agent left it, recorded before anything is restored, so that a second assessment finds the same.
 *
 * @param commit the workspace as the agent left it
 * @param checkedTree the tree that was checked, which the workspace has held since
 * @param leftovers findings about processes that had to be ended
 */
record AgentState(String commit, String checkedTree, List<Finding> leftovers) {
    AgentState {
        leftovers = List.copyOf(leftovers);
    }
}
