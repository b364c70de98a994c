package dev.pawl.activities.workspace;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was seen around a workspace.
 *
 * @param iteration the one {@code expected} holds for
 * @param expected what no agent has touched
 * @param last what the last assessment saw; absent while an agent may have run since
 */
record WatchState(
        int iteration,
        Map<String, String> expected,
        @Nullable Map<String, String> last) {

    /** Takes what changed since the last assessment, while no agent ran, for the doing of others. */
    WatchState next(int number, Map<String, String> now) {
        Map<String, String> merged = new TreeMap<>(expected);
        if (last != null) {
            now.forEach((key, value) -> {
                if (!value.equals(last.get(key))) {
                    merged.put(key, value);
                }
            });
            last.keySet().stream().filter(key -> !now.containsKey(key)).forEach(merged::remove);
        }
        return new WatchState(number, merged, null);
    }

    WatchState assessed(Map<String, String> now) {
        return new WatchState(iteration, expected, now);
    }
}
