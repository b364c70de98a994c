package dev.pawl.workspace.git;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of git.
 *
 * @param environment in addition to the fixed one of {@link Git}
 * @param output a file for standard output; absent keeps it in memory
 */
public record GitCommand(
        Path directory,
        List<String> arguments,
        Map<String, String> environment,
        GitInput input,
        @Nullable Path output) {

    public static GitCommand in(Path directory, String... arguments) {
        return new GitCommand(directory, List.of(arguments), Map.of(), GitInput.NONE, null);
    }

    public GitCommand with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new GitCommand(directory, arguments, Map.copyOf(more), input, output);
    }

    public GitCommand input(GitInput more) {
        return new GitCommand(directory, arguments, environment, more, output);
    }

    public GitCommand output(Path file) {
        return new GitCommand(directory, arguments, environment, input, file);
    }

    /** The subcommand, for messages. */
    String name() {
        return arguments.stream()
                .filter(argument -> !argument.startsWith("-") && !argument.contains("="))
                .findFirst()
                .orElse("");
    }
}
