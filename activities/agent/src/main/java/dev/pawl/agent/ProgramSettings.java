package dev.pawl.agent;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host's settings of one agent program.
 *
 * @param path of the program; absent means it is searched for
 * @param flags appended to Pawl's own
 * @param model for tasks that name none; absent means the agent's default
 * @param environment names of the worker's variables that the agent gets in addition to its keys; one that ends in
 *     {@code *} is a prefix
 */
public record ProgramSettings(
        @Nullable Path path, List<String> flags, @Nullable String model, List<String> environment) {
    public static final ProgramSettings NONE = new ProgramSettings(null, List.of(), null, List.of());

    public ProgramSettings {
        flags = List.copyOf(flags);
        environment = List.copyOf(environment);
    }
}
