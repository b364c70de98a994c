package dev.pawl.evidence;

import dev.pawl.workflows.model.evidence.Finding;
import java.util.List;

/**
 * What an agent left, noted before anything of it is restored, so that assessing it again finds the same.
 *
 * @param commit the workspace as the agent left it
 * @param checkedTree the tree that was checked, which is what the workspace holds since
 * @param leftovers findings on processes that had to be ended
 */
record AgentState(String commit, String checkedTree, List<Finding> leftovers) {
    AgentState {
        leftovers = List.copyOf(leftovers);
    }
}
