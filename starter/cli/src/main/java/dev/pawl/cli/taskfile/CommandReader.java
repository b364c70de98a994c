package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads the program of agent {@code command}. */
final class CommandReader {
    private static final String HOME = "~/";

    private final String directory;
    private final Path home;

    /**
     * @param file absolute; its directory replaces {@code ${TASK_DIR}}
     * @param home replaces {@code ~} at the beginning of an item
     */
    CommandReader(Path file, Path home) {
        this.home = home;
        this.directory = Objects.requireNonNull(file.getParent(), "an absolute file has a parent")
                .toString();
    }

    List<String> read(Section section, String agent, String agentKey) {
        List<String> command = section.texts("command").stream()
                .map(item -> item.replace("${TASK_DIR}", directory))
                .map(item -> item.startsWith(HOME) ? home + item.substring(1) : item)
                .toList();
        if ("command".equals(agent) && command.isEmpty() && !section.has("command")) {
            section.problem(agentKey, "agent 'command' needs a program", "name it with command: [program, argument]");
        }
        if (!"command".equals(agent) && !agent.isEmpty() && section.has("command")) {
            section.problem("command", "only for agent 'command', not for '" + agent + "'", "remove it");
        }
        return command;
    }
}
