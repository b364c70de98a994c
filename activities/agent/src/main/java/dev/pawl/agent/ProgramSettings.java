package dev.pawl.agent;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the host says of one agent program.
 *
 * @param path of the program; absent means it is looked for
 * @param flags put behind the ones Pawl gives
 * @param model for tasks that name none; absent means the agent's default
 * @param environment names of the worker's variables the agent gets beside its own keys; one that ends in {@code *}
 *     stands for all that start so
 */
public record ProgramSettings(
        @Nullable Path path, List<String> flags, @Nullable String model, List<String> environment) {
    public static final ProgramSettings NONE = new ProgramSettings(null, List.of(), null, List.of());

    public ProgramSettings {
        flags = List.copyOf(flags);
        environment = List.copyOf(environment);
    }
}
