package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the agents: one, or a list in order of preference. */
final class LineupReader {
    private static final int MOST = 10;

    private final Section keys;
    private final AgentsFile agents;
    private final CommandReader commands;
    private final Problems problems;

    LineupReader(Section keys, AgentsFile agents, CommandReader commands, Problems problems) {
        this.keys = keys;
        this.agents = agents;
        this.commands = commands;
        this.problems = problems;
    }

    /** @param lacking what to do if no agent is named; null if that is no problem here */
    List<NamedAgent> read(@Nullable String lacking) {
        List<NamedAgent> lineup = keys.has("agents") ? several() : List.of(one(lacking));
        if (!keys.has("inherit")) {
            return lineup;
        }
        List<String> parts =
                InheritReader.read(keys, lineup.stream().map(NamedAgent::kind).toList());
        return lineup.stream().map(agent -> agent.inheriting(parts)).toList();
    }

    private NamedAgent one(@Nullable String lacking) {
        if (lacking != null && !keys.has("agent")) {
            problems.at(keys.node(), "agent is missing", lacking);
        }
        String given = keys.oneOf("agent", agents.names());
        String name = given == null ? "" : given;
        return named(name).with(keys.text("model"), commands.read(keys, name, "agent"));
    }

    private List<NamedAgent> several() {
        for (String key : List.of("agent", "model", "command")) {
            if (keys.has(key)) {
                String hint = key.equals("agent")
                        ? "keep one of the two"
                        : "give an agent its own with: pawl agents add NAME, and list that name";
                keys.problem(key, "not together with 'agents'", hint);
            }
        }
        List<String> names = keys.allOf("agents", agents.names());
        if (keys.place("agents") instanceof SequenceNode list && list.getValue().isEmpty()) {
            keys.problem("agents", "names no agent", "list them, such as [claude-code, codex]");
        }
        if (names.isEmpty()) {
            return List.of(named(""));
        }
        if (names.contains("command")) {
            keys.problem("agents", "'command' has no program here", "list a name that pawl agents add gave one");
        }
        if (new LinkedHashSet<>(names).size() < names.size()) {
            keys.problem("agents", "an agent is listed twice", "name each once, in order of preference");
        }
        if (names.size() > MOST) {
            keys.problem("agents", "more than " + MOST, null);
        }
        List<NamedAgent> lineup = new ArrayList<>();
        names.forEach(name -> lineup.add(named(name)));
        return lineup;
    }

    private NamedAgent named(String name) {
        return agents.find(name).orElseGet(() -> NamedAgent.plain(name, null, List.of()));
    }
}
