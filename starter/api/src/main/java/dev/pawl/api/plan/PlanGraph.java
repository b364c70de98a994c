package dev.pawl.api.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Packages and what they need. Unknown needs and those on itself are reported as faults and otherwise left out. */
public final class PlanGraph {
    private final List<PackageNode> packages;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<List<Integer>> needs = new ArrayList<>();
    private final List<Integer> order;
    private final List<GraphFault> faults = new ArrayList<>();

    public PlanGraph(List<PackageNode> packages) {
        this.packages = List.copyOf(packages);
        Map<String, String> spellings = new HashMap<>();
        for (int i = 0; i < packages.size(); i++) {
            String id = packages.get(i).id();
            indexes.putIfAbsent(id, i);
            String earlier = spellings.putIfAbsent(id.toLowerCase(Locale.ROOT), id);
            if (earlier != null) {
                faults.add(new GraphFault.DuplicateId(i, id, earlier));
            }
        }
        for (int i = 0; i < packages.size(); i++) {
            needs.add(resolved(i));
        }
        this.order = ordered();
        if (order.size() < packages.size()) {
            faults.add(cycle());
        }
    }

    private List<Integer> resolved(int at) {
        List<Integer> known = new ArrayList<>();
        List<String> ids = packages.get(at).needs();
        for (int item = 0; item < ids.size(); item++) {
            Integer index = indexes.get(ids.get(item));
            if (index == null) {
                faults.add(new GraphFault.UnknownNeed(at, item, ids.get(item)));
            } else if (!known.contains(index)) {
                known.add(index);
            }
        }
        return known;
    }

    /** Each after all that it needs; without those on a cycle or behind one. */
    private List<Integer> ordered() {
        int[] missing = needs.stream().mapToInt(List::size).toArray();
        List<List<Integer>> neededBy = neededBy();
        List<Integer> sorted = new ArrayList<>();
        Deque<Integer> free = new ArrayDeque<>();
        IntStream.range(0, missing.length).filter(i -> missing[i] == 0).forEach(free::add);
        while (!free.isEmpty()) {
            int next = free.poll();
            sorted.add(next);
            for (int dependent : neededBy.get(next)) {
                missing[dependent]--;
                if (missing[dependent] == 0) {
                    free.add(dependent);
                }
            }
        }
        return sorted;
    }

    private List<List<Integer>> neededBy() {
        List<List<Integer>> neededBy = new ArrayList<>();
        packages.forEach(each -> neededBy.add(new ArrayList<>()));
        for (int i = 0; i < needs.size(); i++) {
            for (int need : needs.get(i)) {
                neededBy.get(need).add(i);
            }
        }
        return neededBy;
    }

    /** Goes from a package that is not free to what it waits for, until one comes up again. */
    private GraphFault.Cycle cycle() {
        BitSet free = new BitSet();
        order.forEach(free::set);
        List<Integer> way = new ArrayList<>();
        int at = free.nextClearBit(0);
        while (!way.contains(at)) {
            way.add(at);
            at = needs.get(at).stream()
                    .filter(need -> !free.get(need))
                    .findFirst()
                    .orElseThrow();
        }
        List<Integer> cycle = new ArrayList<>(way.subList(way.indexOf(at), way.size()));
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        cycle.add(cycle.getFirst());
        return new GraphFault.Cycle(
                cycle.getFirst(),
                cycle.stream().map(index -> packages.get(index).id()).toList());
    }

    /** Duplicate and unknown ids, and the first cycle; not the overlaps of owners. */
    public List<GraphFault> faults() {
        return List.copyOf(faults);
    }

    public List<PackageNode> packages() {
        return packages;
    }

    /** What a package needs, by index. */
    public List<Integer> needs(int at) {
        return List.copyOf(needs.get(at));
    }

    /** All packages, each after what it needs. */
    public List<Integer> order() {
        return List.copyOf(order);
    }

    /** For each package all that it needs, directly or through others. */
    public List<BitSet> ancestors() {
        List<BitSet> ancestors = new ArrayList<>();
        packages.forEach(each -> ancestors.add(new BitSet()));
        for (int at : order) {
            for (int need : needs.get(at)) {
                ancestors.get(at).set(need);
                ancestors.get(at).or(ancestors.get(need));
            }
        }
        return ancestors;
    }

    /** Packages that could run at the same time if slots were not limited: those of a level need only earlier ones. */
    public List<List<Integer>> levels() {
        int[] level = new int[packages.size()];
        List<List<Integer>> levels = new ArrayList<>();
        for (int at : order) {
            level[at] = needs.get(at).stream()
                    .mapToInt(need -> level[need] + 1)
                    .max()
                    .orElse(0);
            while (levels.size() <= level[at]) {
                levels.add(new ArrayList<>());
            }
            levels.get(level[at]).add(at);
        }
        levels.forEach(Collections::sort);
        return levels;
    }
}
