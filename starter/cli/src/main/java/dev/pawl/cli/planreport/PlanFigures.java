package dev.pawl.cli.planreport;

import dev.pawl.api.plan.CriticalPath;
import dev.pawl.api.plan.PackageNode;
import dev.pawl.api.plan.PlanGraph;
import dev.pawl.api.v1.EjectionKind;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.page.Span;
import dev.pawl.cli.report.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a plan, all measured. The time of a package is that of its attempts; the merge queue is in the makespan and
 * in nothing it is compared with.
 *
 * @param window from the plan's creation to its end, or to now
 * @param packages in the order of the file
 * @param longest of all chains of packages that need each other, the one whose attempts took longest
 * @param idle time of slots without a package by its reason, for every reason
 * @param ejections from the merge queue, of each kind that occurred
 */
public record PlanFigures(
        Span window,
        int slots,
        List<PackageHistory> packages,
        CriticalPath longest,
        Map<IdleReason, Duration> idle,
        List<AgentUse> agents,
        Map<EjectionKind, Integer> ejections,
        List<OwnershipRefusal> refusals) {
    public PlanFigures {
        packages = List.copyOf(packages);
        agents = List.copyOf(agents);
        refusals = List.copyOf(refusals);
    }

    /**
     * @param task returns a task of the plan by its id; null if it cannot be read any more
     * @param now stands for the end of a plan that has none yet
     */
    public static PlanFigures of(Plan plan, Function<String, @Nullable Task> task, Instant now) {
        Instant end = plan.hasFinishedAt() ? Amounts.instant(plan.getFinishedAt()) : now;
        Span window = new Span(Amounts.instant(plan.getCreatedAt()), end);
        int slots = Math.max(1, plan.getSlots());
        List<PackageHistory> packages = plan.getPackagesList().stream()
                .map(each -> PackageHistory.of(each, end))
                .toList();
        Map<EjectionKind, Integer> ejections = new EnumMap<>(EjectionKind.class);
        List<OwnershipRefusal> refusals = new ArrayList<>();
        for (PlanPackage each : plan.getPackagesList()) {
            for (PackageAttempt attempt : each.getAttemptsList()) {
                if (attempt.hasEjection()) {
                    ejections.merge(attempt.getEjection().getKind(), 1, Integer::sum);
                }
                refusals.addAll(OwnershipRefusal.of(each, attempt, task.apply(attempt.getTaskId())));
            }
        }
        return new PlanFigures(
                window,
                slots,
                packages,
                CriticalPath.of(
                        graph(plan), packages.stream().map(PackageHistory::work).toList()),
                IdleSlots.of(slots, packages, window),
                AgentUse.of(plan),
                ejections,
                refusals);
    }

    private static PlanGraph graph(Plan plan) {
        return new PlanGraph(plan.getPackagesList().stream()
                .map(each -> new PackageNode(each.getId(), each.getNeedsList(), each.getOwnsList()))
                .toList());
    }

    public Duration makespan() {
        return window.length();
    }

    /** Sum of the times of all packages: what one slot would have taken. */
    public Duration work() {
        return longest.work();
    }

    /** Ids of the packages on the critical path, in their order. */
    List<String> critical() {
        return longest.packages().stream()
                .map(index -> packages.get(index).id())
                .toList();
    }

    Duration criticalTime() {
        return longest.duration();
    }

    /** The critical path or the work divided by the slots, whichever is longer: no schedule of these times is shorter. */
    public Duration lowerBound() {
        return longest.lowerBound(slots);
    }

    boolean limitedBySlots() {
        return lowerBound().compareTo(criticalTime()) > 0;
    }

    /** Sum of the times of all packages against the makespan; empty if no time has passed. */
    public OptionalDouble speedUp() {
        return ratio(work(), makespan());
    }

    /** Lower bound against the makespan, at most 1; empty if no time has passed. */
    public OptionalDouble efficiency() {
        return ratio(lowerBound(), makespan());
    }

    Duration idleTime() {
        return idle.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    int attempts() {
        return packages.stream().mapToInt(each -> each.runs().size()).sum();
    }

    private static OptionalDouble ratio(Duration part, Duration whole) {
        return whole.isZero() ? OptionalDouble.empty() : OptionalDouble.of((double) part.toNanos() / whole.toNanos());
    }
}
