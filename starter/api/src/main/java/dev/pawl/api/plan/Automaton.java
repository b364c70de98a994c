package dev.pawl.api.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A nondeterministic automaton over the characters of a path; state 0 is the start. */
final class Automaton {
    /** @param on null means without reading a character */
    private record Step(@Nullable Symbols on, int to) {}

    private final List<List<Step>> steps = new ArrayList<>();
    private final BitSet accepting = new BitSet();

    Automaton() {
        state();
    }

    int state() {
        steps.add(new ArrayList<>());
        return steps.size() - 1;
    }

    void step(int from, Symbols on, int to) {
        steps.get(from).add(new Step(on, to));
    }

    void skip(int from, int to) {
        steps.get(from).add(new Step(null, to));
    }

    /** A step to a new state. */
    int then(int from, Symbols on) {
        int to = state();
        step(from, on, to);
        return to;
    }

    void accept(int state) {
        accepting.set(state);
    }

    boolean accepts(String path) {
        BitSet at = closed(bit(0));
        for (int i = 0; i < path.length() && !at.isEmpty(); i++) {
            BitSet next = new BitSet();
            char c = path.charAt(i);
            at.stream()
                    .forEach(state -> steps.get(state).stream()
                            .filter(step -> step.on() != null && step.on().contains(c))
                            .forEach(step -> next.set(step.to())));
            at = closed(next);
        }
        return at.intersects(accepting);
    }

    private static BitSet bit(int index) {
        BitSet bits = new BitSet();
        bits.set(index);
        return bits;
    }

    private BitSet closed(BitSet states) {
        Deque<Integer> open = new ArrayDeque<>(states.stream().boxed().toList());
        while (!open.isEmpty()) {
            for (Step step : steps.get(open.pop())) {
                if (step.on() == null && !states.get(step.to())) {
                    states.set(step.to());
                    open.push(step.to());
                }
            }
        }
        return states;
    }

    private record Pair(int mine, int theirs) {}

    /** How a pair of states was reached; {@code read} is null if nothing was read. */
    private record Origin(@Nullable Pair before, @Nullable Character read) {}

    /** A path that both accept, regardless of case, as short as possible; empty if there is none. */
    Optional<String> shared(Automaton other) {
        Map<Pair, Origin> reached = new HashMap<>();
        Deque<Pair> open = new ArrayDeque<>();
        Pair start = new Pair(0, 0);
        reached.put(start, new Origin(null, null));
        open.add(start);
        while (!open.isEmpty()) {
            Pair pair = open.poll();
            if (accepting.get(pair.mine()) && other.accepting.get(pair.theirs())) {
                return Optional.of(path(pair, reached));
            }
            for (Step mine : steps.get(pair.mine())) {
                if (mine.on() == null) {
                    // First in the queue: what reads nothing makes no path longer.
                    reach(new Pair(mine.to(), pair.theirs()), new Origin(pair, null), reached, open);
                    continue;
                }
                for (Step theirs : other.steps.get(pair.theirs())) {
                    Character read = theirs.on() == null ? null : mine.on().shared(theirs.on());
                    if (read != null) {
                        reach(new Pair(mine.to(), theirs.to()), new Origin(pair, read), reached, open);
                    }
                }
            }
            for (Step theirs : other.steps.get(pair.theirs())) {
                if (theirs.on() == null) {
                    reach(new Pair(pair.mine(), theirs.to()), new Origin(pair, null), reached, open);
                }
            }
        }
        return Optional.empty();
    }

    private static void reach(Pair pair, Origin origin, Map<Pair, Origin> reached, Deque<Pair> open) {
        if (reached.putIfAbsent(pair, origin) == null) {
            if (origin.read() == null) {
                open.addFirst(pair);
            } else {
                open.addLast(pair);
            }
        }
    }

    private static String path(Pair end, Map<Pair, Origin> reached) {
        StringBuilder path = new StringBuilder();
        Pair pair = end;
        while (pair != null) {
            Origin origin = reached.get(pair);
            if (origin == null) {
                break;
            }
            if (origin.read() != null) {
                path.append(origin.read().charValue());
            }
            pair = origin.before();
        }
        return path.reverse().toString();
    }
}
