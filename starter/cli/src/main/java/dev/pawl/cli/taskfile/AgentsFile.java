package dev.pawl.cli.taskfile;

import dev.pawl.api.client.AgentRules;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import dev.pawl.cli.yaml.Source;
import dev.pawl.cli.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Named agents with the user's settings: {@code agents.yaml} in the home. A file is validated as a whole. */
public final class AgentsFile {
    /** Only the agents' own names. */
    public static final AgentsFile NONE = new AgentsFile(Map.of());

    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final Map<String, NamedAgent> agents;

    private AgentsFile(Map<String, NamedAgent> agents) {
        this.agents = agents;
    }

    /** The file of this user; need not exist. */
    public static Path of(Context context) {
        return Home.of(context).directory().resolve("agents.yaml");
    }

    /**
     * Reads a file; no agents if it does not exist.
     *
     * @throws InvalidFileException with every problem of the file
     * @throws IOException if the file can't be read
     */
    public static AgentsFile read(Path path) throws InvalidFileException, IOException {
        return Files.exists(path) ? parse(path, Files.readAllBytes(path)) : NONE;
    }

    static AgentsFile parse(Path path, byte[] bytes) throws InvalidFileException {
        Problems problems = new Problems();
        problems.yamlStartsAtLine(1);
        String yaml = Source.printable(Source.text(bytes, problems), 1, problems);
        MappingNode root = Yaml.mapping(yaml, "the file", problems);
        Map<String, NamedAgent> agents = new LinkedHashMap<>();
        if (root != null) {
            for (NodeTuple entry : root.getValue()) {
                agent(entry, agents.keySet().stream().toList(), problems)
                        .ifPresent(agent -> agents.put(agent.name(), agent));
            }
        }
        if (!problems.none()) {
            throw new InvalidFileException(path, problems.sorted());
        }
        return new AgentsFile(agents);
    }

    /** In the order of the file. */
    public List<NamedAgent> agents() {
        return List.copyOf(agents.values());
    }

    /** Finds an agent of the file. */
    public Optional<NamedAgent> find(String name) {
        return Optional.ofNullable(agents.get(name));
    }

    /** All names that a task may use. */
    public List<String> names() {
        return Stream.concat(Keys.AGENTS.stream(), agents.keySet().stream()).toList();
    }

    /** Why a new agent may not have this name; empty if it may. */
    static Optional<String> againstName(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("a name has lower-case letters, digits and '-', begins with a letter,"
                    + " and is at most 64 characters long");
        }
        return Keys.AGENTS.contains(name)
                ? Optional.of("'" + name + "' is the name of an agent itself; choose another")
                : Optional.empty();
    }

    private static Optional<NamedAgent> agent(NodeTuple entry, List<String> before, Problems problems) {
        if (!(entry.getKeyNode() instanceof ScalarNode nameNode)) {
            problems.at(entry.getKeyNode(), "a name is one word");
            return Optional.empty();
        }
        String name = nameNode.getValue();
        againstName(name).ifPresent(reason -> problems.at(nameNode, reason));
        if (before.contains(name)) {
            problems.at(nameNode, "agent '" + name + "' is defined twice", "keep one of them");
        }
        if (!(entry.getValueNode() instanceof MappingNode settings)) {
            problems.at(entry.getValueNode(), name + " is a group of keys", "keys: " + String.join(", ", Keys.NAMED));
            return Optional.empty();
        }
        return Optional.of(agent(name, new Section(settings, name + ".", Keys.NAMED, problems), problems));
    }

    private static NamedAgent agent(String name, Section keys, Problems problems) {
        if (!keys.has("kind")) {
            problems.at(keys.node(), name + ".kind is missing", "one of " + String.join(", ", Keys.AGENTS));
        }
        @Nullable String kind = keys.oneOf("kind", Keys.AGENTS);
        List<String> command = keys.texts("command");
        List<String> args = keys.texts("args");
        if ("command".equals(kind) && !keys.has("command")) {
            keys.problem("kind", "'command' needs a program", "name it with command: [program, argument]");
        }
        if (kind != null && !kind.equals("command") && keys.has("command")) {
            keys.problem("command", "only for kind 'command', not for '" + kind + "'", "remove it");
        }
        if (kind != null) {
            AgentRules.againstArgs(kind, args).ifPresent(reason -> keys.problem("args", reason, "remove it"));
        }
        return new NamedAgent(
                name,
                kind == null ? "" : kind,
                keys.text("model"),
                command,
                args,
                env(keys),
                InheritReader.read(keys, List.of(kind == null ? "" : kind)));
    }

    private static List<String> env(Section keys) {
        List<String> names = keys.texts("env");
        names.forEach(name -> AgentRules.againstVariable(name)
                .ifPresent(reason -> keys.problem("env", reason, "list names of variables, never values")));
        return names;
    }
}
