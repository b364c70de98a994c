package dev.pawl.workflows.plan.schedule;

import dev.pawl.workflows.model.plan.PackageState;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Decides which packages start now: by priority, then by the longest remaining path, then in the order of the plan. */
public final class Schedule {
    private final List<Step> order;

    public Schedule(List<Step> steps) {
        CriticalPath paths = new CriticalPath(steps);
        // The sort is stable.
        order = steps.stream()
                .sorted(Comparator.comparingInt(Step::priority)
                        .thenComparing(step -> paths.remaining(step.id()), Comparator.reverseOrder()))
                .toList();
    }

    /**
     * @param states of every package of the plan
     * @param held packages that must not start now although they wait
     * @param slots how many more may run
     * @return ids of waiting packages whose needs are integrated, the first one first
     */
    public List<String> startable(Function<String, PackageState> states, Predicate<String> held, int slots) {
        return order.stream()
                .filter(step -> states.apply(step.id()) == PackageState.WAITING)
                .filter(step -> ready(step, states) && !held.test(step.id()))
                .map(Step::id)
                .limit(Math.max(0, slots))
                .toList();
    }

    /** Whether everything that a step needs is integrated. */
    public static boolean ready(Step step, Function<String, PackageState> states) {
        return step.needs().stream().allMatch(need -> states.apply(need) == PackageState.INTEGRATED);
    }
}
