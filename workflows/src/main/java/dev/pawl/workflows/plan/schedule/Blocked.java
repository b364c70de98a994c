package dev.pawl.workflows.plan.schedule;

import dev.pawl.workflows.model.plan.PackageState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds packages that never can start, and why. */
public final class Blocked {
    private Blocked() {}

    /**
     * @param states of every package of the plan
     * @param undecided failed packages that may get another attempt
     * @return by id of a waiting package, the chain from what it needs to the package that is lost, in the order of the
     *     steps
     */
    public static Map<String, List<String>> chains(
            List<Step> steps, Function<String, PackageState> states, Predicate<String> undecided) {
        Map<String, List<String>> chains = new LinkedHashMap<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Step step : steps) {
                if (states.apply(step.id()) != PackageState.WAITING || chains.containsKey(step.id())) {
                    continue;
                }
                List<String> chain = chain(step, states, undecided, chains);
                if (chain != null) {
                    chains.put(step.id(), chain);
                    more = true;
                }
            }
        }
        return chains;
    }

    private static @Nullable List<String> chain(
            Step step,
            Function<String, PackageState> states,
            Predicate<String> undecided,
            Map<String, List<String>> chains) {
        for (String need : step.needs()) {
            if (lost(states.apply(need)) && !undecided.test(need)) {
                return List.of(need);
            }
        }
        for (String need : step.needs()) {
            List<String> further = chains.get(need);
            if (further != null) {
                List<String> chain = new ArrayList<>();
                chain.add(need);
                chain.addAll(further);
                return chain;
            }
        }
        return null;
    }

    private static boolean lost(PackageState state) {
        return switch (state) {
            case WAITING, RUNNING, ACCEPTED, INTEGRATED -> false;
            case FAILED, REJECTED, BLOCKED, CANCELLED, DROPPED -> true;
        };
    }
}
