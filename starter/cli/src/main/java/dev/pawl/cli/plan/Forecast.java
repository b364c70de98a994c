package dev.pawl.cli.plan;

import dev.pawl.api.plan.CriticalPath;
import dev.pawl.api.plan.PlanGraph;
import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.planfile.PlannedPackage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a plan will run, from its estimates.
 *
 * @param levels ids; those of one level need only packages of earlier ones
 * @param criticalPath ids, in the order in which they run
 * @param estimated number of packages with an estimate; the others count as the mean of these, or as one minute if
 *     there are none
 */
public record Forecast(
        List<List<String>> levels,
        List<String> criticalPath,
        Duration criticalTime,
        Duration work,
        int slots,
        Duration lowerBound,
        int estimated) {
    private static final Duration UNIT = Duration.ofMinutes(1);

    public static Forecast of(PlanFile plan) {
        List<PlannedPackage> packages = plan.packages();
        PlanGraph graph =
                new PlanGraph(packages.stream().map(PlannedPackage::node).toList());
        List<Duration> known = packages.stream()
                .map(PlannedPackage::estimate)
                .filter(Objects::nonNull)
                .toList();
        Duration otherwise = known.isEmpty()
                ? UNIT
                : known.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(known.size());
        CriticalPath path = CriticalPath.of(
                graph,
                packages.stream()
                        .map(each -> Objects.requireNonNullElse(each.estimate(), otherwise))
                        .toList());
        return new Forecast(
                graph.levels().stream().map(level -> ids(level, packages)).toList(),
                ids(path.packages(), packages),
                path.duration(),
                path.work(),
                plan.limits().slots(),
                path.lowerBound(plan.limits().slots()),
                known.size());
    }

    private static List<String> ids(List<Integer> indexes, List<PlannedPackage> packages) {
        return indexes.stream().map(index -> packages.get(index).id()).toList();
    }

    /** The speed-up that no schedule with these slots can exceed. */
    public double speedUp() {
        return (double) work.toMillis() / Math.max(1, lowerBound.toMillis());
    }
}
