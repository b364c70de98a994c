package dev.pawl.api.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chain of packages that takes longest, and what follows from it.
 *
 * @param packages by index, in the order in which they run
 * @param duration of the chain
 * @param work the sum over all packages
 */
public record CriticalPath(List<Integer> packages, Duration duration, Duration work) {
    public CriticalPath {
        packages = List.copyOf(packages);
    }

    /** @param durations one for each package of a graph without faults */
    public static CriticalPath of(PlanGraph graph, List<Duration> durations) {
        Duration[] ends = new Duration[durations.size()];
        @Nullable Integer[] before = new Integer[durations.size()];
        Integer last = null;
        for (int at : graph.order()) {
            Duration begin = Duration.ZERO;
            for (int need : graph.needs(at)) {
                if (before[at] == null || ends[need].compareTo(begin) > 0) {
                    begin = ends[need];
                    before[at] = need;
                }
            }
            ends[at] = begin.plus(durations.get(at));
            last = last == null || ends[at].compareTo(ends[last]) > 0 ? Integer.valueOf(at) : last;
        }
        List<Integer> path = new ArrayList<>();
        for (Integer at = last; at != null; at = before[at]) {
            path.add(at);
        }
        return new CriticalPath(
                path.reversed(),
                last == null ? Duration.ZERO : ends[last],
                durations.stream().reduce(Duration.ZERO, Duration::plus));
    }

    /** No schedule takes less: the chain has to run one after the other, and slots can't do more than work. */
    public Duration lowerBound(int slots) {
        Duration shared = work.dividedBy(slots);
        return shared.compareTo(duration) > 0 ? shared : duration;
    }
}
