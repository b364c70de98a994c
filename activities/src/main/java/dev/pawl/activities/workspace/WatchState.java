package dev.pawl.activities.workspace;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was seen around a workspace.
 *
 * @param iteration the one {@code before} holds for
 * @param before what was there before its agent started
 * @param outOfReach the kinds of marks its agent could not change, see {@link Surroundings#outOfReach}
 */
record WatchState(int iteration, Map<String, String> before, Set<String> outOfReach) {
    WatchState {
        outOfReach = Set.copyOf(outOfReach);
    }

    /** Another attempt of the iteration starts: what one of them could reach may have been changed. */
    WatchState again(Set<String> kinds) {
        Set<String> both = new TreeSet<>(outOfReach);
        both.retainAll(kinds);
        return new WatchState(iteration, before, both);
    }
}
