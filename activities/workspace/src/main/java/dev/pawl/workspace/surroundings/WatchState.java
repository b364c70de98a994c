package dev.pawl.workspace.surroundings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Observations around a workspace.
 *
 * @param iteration the iteration of {@code before}
 * @param before state before its agent started
 * @param outOfReach the kinds of marks that its agent could not change, see {@link Surroundings#outOfReach}
 * @param blamed marks that agents reported to have changed and have not restored
 */
public record WatchState(int iteration, Map<String, String> before, Set<String> outOfReach, Set<String> blamed) {
    public WatchState {
        outOfReach = Set.copyOf(outOfReach);
        blamed = Set.copyOf(blamed);
    }

    /** Before the first agent. */
    static WatchState first(int iteration, Map<String, String> now, Set<String> outOfReach) {
        return new WatchState(iteration, now, outOfReach, Set.of());
    }

    /** Another attempt of the iteration starts: what one of them could reach may have changed. */
    WatchState again(Set<String> kinds) {
        Set<String> both = new TreeSet<>(outOfReach);
        both.retainAll(kinds);
        return new WatchState(iteration, before, both, blamed);
    }

    /** Accepts changes by others; what an agent changed stays a change. */
    WatchState next(int number, Map<String, String> now, Set<String> kinds) {
        Map<String, String> given = new TreeMap<>(now);
        for (String key : blamed) {
            String old = before.get(key);
            if (old == null) {
                given.remove(key);
            } else {
                given.put(key, old);
            }
        }
        return new WatchState(number, given, kinds, blamed);
    }

    WatchState blaming(Set<String> keys) {
        return new WatchState(iteration, before, outOfReach, keys);
    }
}
