package dev.pawl.workflows.plan.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds packages that need each other. */
public final class Cycle {
    private Cycle() {}

    /** @return the ids of one cycle in order, each needing the next; empty if there is none */
    public static Optional<List<String>> in(List<Step> steps) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        steps.forEach(step -> needs.put(step.id(), step.needs()));
        boolean removed = true;
        while (removed) {
            List<String> free = needs.entrySet().stream()
                    .filter(entry -> entry.getValue().stream().noneMatch(needs::containsKey))
                    .map(Map.Entry::getKey)
                    .toList();
            free.forEach(needs::remove);
            removed = !free.isEmpty();
        }
        if (needs.isEmpty()) {
            return Optional.empty();
        }
        // Whatever is left needs something that is left.
        Set<String> seen = new LinkedHashSet<>();
        String at = needs.keySet().iterator().next();
        while (seen.add(at)) {
            at = needs.getOrDefault(at, List.of()).stream()
                    .filter(needs::containsKey)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> walked = new ArrayList<>(seen);
        return Optional.of(walked.subList(walked.indexOf(at), walked.size()));
    }
}
