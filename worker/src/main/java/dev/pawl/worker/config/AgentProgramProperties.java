package dev.pawl.worker.config;

import dev.pawl.agent.ProgramSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param path of the program; absent means the installed one, or the one on the PATH
 * @param flags appended to Pawl's own, separated by commas
 * @param model for tasks that name none
 * @param environment names of the worker's variables that the agent gets in addition to its keys, separated by commas
 */
public record AgentProgramProperties(
        @Nullable Path path,
        @DefaultValue List<String> flags,
        @Nullable String model,
        @DefaultValue List<String> environment) {
    ProgramSettings settings() {
        return new ProgramSettings(path, flags, model, environment);
    }
}
