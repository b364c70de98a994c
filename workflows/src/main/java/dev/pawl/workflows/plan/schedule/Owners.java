package dev.pawl.workflows.plan.schedule;

import dev.pawl.workflows.model.plan.PackageRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses that two packages which may run at the same time own the same paths. */
public final class Owners {
    private final Map<String, PackageRequest> packages = new LinkedHashMap<>();
    private final Map<String, Set<String>> before = new LinkedHashMap<>();

    public Owners(List<PackageRequest> all) {
        all.forEach(each -> packages.put(each.id(), each));
    }

    /** @return the packages that one package shares paths with, one line each; empty if there are none, or if {@code
     *     needs} orders them */
    public List<String> problemsOf(String id) {
        PackageRequest one = packages.get(id);
        List<String> problems = new ArrayList<>();
        if (one != null) {
            packages.values().stream()
                    .filter(other -> !other.id().equals(id))
                    .forEach(other -> add(problems, one, other));
        }
        return problems;
    }

    private void add(List<String> problems, PackageRequest one, PackageRequest other) {
        Optional<String> overlap = overlap(one, other);
        if (overlap.isPresent()
                && !before.computeIfAbsent(one.id(), this::allNeeds).contains(other.id())
                && !before.computeIfAbsent(other.id(), this::allNeeds).contains(one.id())) {
            problems.add(overlap.get());
        }
    }

    private static Optional<String> overlap(PackageRequest one, PackageRequest other) {
        List<String> some = one.task().owns();
        List<String> others = other.task().owns();
        if (some.isEmpty() || others.isEmpty()) {
            return Optional.of("packages %s and %s may run at once, and %s owns every path"
                    .formatted(one.id(), other.id(), some.isEmpty() ? one.id() : other.id()));
        }
        for (String mine : some) {
            for (String theirs : others) {
                if (Globs.overlap(mine, theirs)) {
                    return Optional.of("packages %s and %s may run at once, and both own paths of '%s' and '%s'"
                            .formatted(one.id(), other.id(), mine, theirs));
                }
            }
        }
        return Optional.empty();
    }

    /** Everything that a package needs, directly or not. */
    private Set<String> allNeeds(String id) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            PackageRequest next = packages.get(open.remove());
            if (next != null) {
                next.needs().stream().filter(found::add).forEach(open::add);
            }
        }
        return found;
    }
}
