package dev.pawl.agent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The agents of this host, by name. An unknown name is an error of the task, never replaced by another agent. */
public final class Agents {
    private final SortedMap<String, Agent> byName;

    /** @throws IllegalStateException if two have the same name */
    public Agents(Collection<? extends Agent> agents) {
        Map<String, Agent> found = agents.stream().collect(Collectors.toMap(Agent::name, Function.identity()));
        this.byName = new TreeMap<>(found);
    }

    public Optional<Agent> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException with the available names */
    public Agent get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no agent '%s'; known agents: %s".formatted(name, String.join(", ", names()))));
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Probes all of them, see {@link Agent#probe()}. */
    public List<AgentAvailability> probe() {
        return byName.values().stream().map(Agent::probe).toList();
    }
}
