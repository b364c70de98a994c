package dev.pawl.cli.taskfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent with settings of its own.
 *
 * @param name as tasks name it
 * @param kind which agent it is, one of {@link Keys#AGENTS}
 * @param model null means the agent's own
 * @param command program and arguments of kind {@code command}; otherwise empty
 * @param args put behind the ones Pawl gives
 * @param env names of the worker's variables it gets beside its own keys
 */
public record NamedAgent(
        String name, String kind, @Nullable String model, List<String> command, List<String> args, List<String> env) {
    public NamedAgent {
        command = List.copyOf(command);
        args = List.copyOf(args);
        env = List.copyOf(env);
    }

    /** An agent as it is, without settings. */
    static NamedAgent plain(String kind, @Nullable String model, List<String> command) {
        return new NamedAgent(kind, kind, model, command, List.of(), List.of());
    }

    /** As a task wants it. */
    NamedAgent with(@Nullable String otherModel, List<String> otherCommand) {
        return new NamedAgent(
                name,
                kind,
                otherModel == null ? model : otherModel,
                otherCommand.isEmpty() ? command : otherCommand,
                args,
                env);
    }
}
