package dev.pawl.cli.taskfile;

import dev.pawl.api.client.AgentRules;
import dev.pawl.cli.file.AtomicFile;
import dev.pawl.cli.text.Nearest;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Adds an agent to the agents file. Preserves the file's content, including comments. */
public final class NewAgent {
    private static final DumpSettings BLOCK =
            DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();

    private final NamedAgent agent;

    public NewAgent(NamedAgent agent) {
        this.agent = agent;
    }

    /**
     * Returns why it was not added; empty if it was. Creates the file if it does not exist.
     *
     * @throws InvalidFileException if the file already has problems
     */
    public Optional<String> addTo(Path file) throws IOException, InvalidFileException {
        AgentsFile before = AgentsFile.read(file);
        Optional<String> refused = refused(before);
        if (refused.isPresent()) {
            return refused;
        }
        String text = Files.exists(file) ? Files.readString(file) : "";
        String longer = (text.isEmpty() || text.endsWith("\n") ? text : text + "\n") + entry();
        if (!says(file, longer, before)) {
            return Optional.of("%s is not written as lines 'name:', so nothing can be added; add it by hand:\n%s"
                    .formatted(file, entry().strip()));
        }
        AtomicFile.replace(Files.exists(file) ? file.toRealPath() : file, longer.getBytes(StandardCharsets.UTF_8));
        return Optional.empty();
    }

    private Optional<String> refused(AgentsFile before) {
        if (before.find(agent.name()).isPresent()) {
            return Optional.of(
                    "agent '%s' already exists; choose another name or edit the file".formatted(agent.name()));
        }
        if (!Keys.AGENTS.contains(agent.kind())) {
            return Optional.of("unknown kind '%s'; %s"
                    .formatted(
                            agent.kind(),
                            Nearest.to(agent.kind(), Keys.AGENTS)
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("one of " + String.join(", ", Keys.AGENTS))));
        }
        boolean command = agent.kind().equals("command");
        if (command == agent.command().isEmpty()) {
            return Optional.of(
                    command
                            ? "kind 'command' needs a program: add NAME --kind command -- PROGRAM ARGUMENT"
                            : "a program is only for kind 'command', not for '" + agent.kind() + "'");
        }
        return AgentsFile.againstName(agent.name())
                .or(() -> AgentRules.againstArgs(agent.kind(), agent.args()))
                .or(() -> agent.env().stream()
                        .flatMap(name -> AgentRules.againstVariable(name).stream())
                        .findFirst());
    }

    private String entry() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("kind", agent.kind());
        if (agent.model() != null) {
            keys.put("model", agent.model());
        }
        put(keys, "command", agent.command());
        put(keys, "args", agent.args());
        put(keys, "env", agent.env());
        put(keys, "inherit", agent.inherit());
        return new Dump(BLOCK).dumpToString(Map.of(agent.name(), keys));
    }

    private static void put(Map<String, Object> keys, String key, List<String> list) {
        if (!list.isEmpty()) {
            keys.put(key, list);
        }
    }

    /** Whether a text has all previous agents and the new one. */
    private boolean says(Path file, String text, AgentsFile before) {
        try {
            AgentsFile after = AgentsFile.parse(file, text.getBytes(StandardCharsets.UTF_8));
            return after.find(agent.name()).equals(Optional.of(agent))
                    && after.agents().containsAll(before.agents());
        } catch (InvalidFileException notInThatStyle) {
            return false;
        }
    }
}
