package dev.pawl.cli.invocation;

import dev.pawl.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Environment of a command.
 *
 * @param directory the current one, absolute
 */
public record Context(Map<String, String> environment, Path directory, Terminal terminal) {
    public Context {
        environment = Map.copyOf(environment);
    }

    public static Context ofProcess() {
        return new Context(System.getenv(), Path.of("").toAbsolutePath(), Terminal.ofProcess(System.getenv()));
    }

    /** The value of a variable; null if unset or empty. */
    public @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** The user's home. */
    public Path home() {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    }

    /** Name of the user, as far as the system knows. */
    public String person() {
        String user = variable("USER");
        return user == null ? System.getProperty("user.name", "someone") : user;
    }
}
