package dev.pawl.cli.taskfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent with its own settings.
 *
 * @param name its name in tasks
 * @param kind the agent to run, one of {@link Keys#AGENTS}
 * @param model null means the agent's default
 * @param command program and arguments of kind {@code command}; otherwise empty
 * @param args appended to Pawl's own
 * @param env names of the worker's variables that it gets in addition to its keys
 * @param inherit what it gets of the user's own settings of its program, of {@link Keys#INHERIT}
 */
public record NamedAgent(
        String name,
        String kind,
        @Nullable String model,
        List<String> command,
        List<String> args,
        List<String> env,
        List<String> inherit) {
    public NamedAgent {
        command = List.copyOf(command);
        args = List.copyOf(args);
        env = List.copyOf(env);
        inherit = List.copyOf(inherit);
    }

    /** An agent that inherits nothing. */
    public NamedAgent(
            String name,
            String kind,
            @Nullable String model,
            List<String> command,
            List<String> args,
            List<String> env) {
        this(name, kind, model, command, args, env, List.of());
    }

    /** An agent without settings. */
    static NamedAgent plain(String kind, @Nullable String model, List<String> command) {
        return new NamedAgent(kind, kind, model, command, List.of(), List.of());
    }

    /** With what a task names instead; unchanged if its program cannot inherit. */
    NamedAgent inheriting(List<String> parts) {
        return Keys.INHERITING.contains(kind) ? new NamedAgent(name, kind, model, command, args, env, parts) : this;
    }

    /** With the settings of a task. */
    NamedAgent with(@Nullable String otherModel, List<String> otherCommand) {
        return new NamedAgent(
                name,
                kind,
                otherModel == null ? model : otherModel,
                otherCommand.isEmpty() ? command : otherCommand,
                args,
                env,
                inherit);
    }
}
