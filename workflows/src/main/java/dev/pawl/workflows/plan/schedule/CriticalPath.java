package dev.pawl.workflows.plan.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The longest chain of estimates in a graph of steps. A step without an estimate counts as the mean of the others, or
 * as one minute if there is no estimate at all.
 */
public final class CriticalPath {
    private static final Duration UNKNOWN = Duration.ofMinutes(1);

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, List<String>> neededBy = new LinkedHashMap<>();
    private final Map<String, Duration> remaining = new LinkedHashMap<>();
    private final Duration mean;

    public CriticalPath(List<Step> all) {
        all.forEach(step -> {
            steps.put(step.id(), step);
            neededBy.put(step.id(), new ArrayList<>());
        });
        all.forEach(step -> step.needs().forEach(need -> {
            List<String> dependents = neededBy.get(need);
            if (dependents != null) {
                dependents.add(step.id());
            }
        }));
        mean = mean(all);
        backwards().forEach(id -> remaining.put(id, estimate(id).plus(longestAfter(id))));
    }

    /** From the start of a step to the end of the longest chain that needs it. Zero for a step in a cycle. */
    public Duration remaining(String id) {
        return remaining.getOrDefault(id, Duration.ZERO);
    }

    /** The ids of the longest chain, in order; of equally long ones that of the first step. Empty without steps. */
    public List<String> path() {
        List<String> path = new ArrayList<>();
        String next = longest(List.copyOf(steps.keySet()));
        while (next != null) {
            path.add(next);
            next = longest(neededBy.getOrDefault(next, List.of()));
        }
        return path;
    }

    /** How long the longest chain takes. */
    public Duration length() {
        String first = longest(List.copyOf(steps.keySet()));
        return first == null ? Duration.ZERO : remaining(first);
    }

    private Duration longestAfter(String id) {
        String next = longest(neededBy.getOrDefault(id, List.of()));
        return next == null ? Duration.ZERO : remaining(next);
    }

    private @Nullable String longest(List<String> ids) {
        String longest = null;
        for (String id : ids) {
            if (longest == null || remaining(id).compareTo(remaining(longest)) > 0) {
                longest = id;
            }
        }
        return longest;
    }

    private Duration estimate(String id) {
        Step step = steps.get(id);
        Duration estimate = step == null ? null : step.estimate();
        return estimate == null ? mean : estimate;
    }

    /** Each step after all that need it; without the steps of cycles and what they need. */
    private List<String> backwards() {
        Map<String, Integer> open = new LinkedHashMap<>();
        neededBy.forEach((id, dependents) -> open.put(id, dependents.size()));
        Deque<String> free = new ArrayDeque<>();
        open.forEach((id, dependents) -> {
            if (dependents == 0) {
                free.add(id);
            }
        });
        List<String> order = new ArrayList<>();
        while (!free.isEmpty()) {
            String id = free.remove();
            order.add(id);
            Optional.ofNullable(steps.get(id))
                    .map(Step::needs)
                    .orElse(List.of())
                    .forEach(need -> {
                        Integer left = open.get(need);
                        if (left != null) {
                            open.put(need, left - 1);
                            if (left == 1) {
                                free.add(need);
                            }
                        }
                    });
        }
        return order;
    }

    private static Duration mean(List<Step> all) {
        Duration sum = Duration.ZERO;
        int known = 0;
        for (Step step : all) {
            if (step.estimate() != null) {
                sum = sum.plus(step.estimate());
                known++;
            }
        }
        return known == 0 ? UNKNOWN : sum.dividedBy(known);
    }
}
