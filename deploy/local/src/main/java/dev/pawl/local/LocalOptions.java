package dev.pawl.local;

import dev.pawl.worker.config.DefaultHome;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of the local stack.
 *
 * @param home {@code --home DIR}, else the variable {@code PAWL_HOME}, else the user's XDG state directory
 * @param properties {@code --name=value} for properties of the worker and the gateway
 */
record LocalOptions(Path home, List<String> properties) {

    /** @throws IllegalArgumentException saying what is wrong */
    static LocalOptions parse(List<String> arguments, Map<String, String> environment) {
        Path home = Optional.ofNullable(environment.get("PAWL_HOME"))
                .filter(value -> !value.isEmpty())
                .map(LocalOptions::path)
                .orElseGet(() -> DefaultHome.of(environment));
        int properties = 0;
        if (!arguments.isEmpty() && arguments.getFirst().equals("--home")) {
            if (arguments.size() < 2) {
                throw new IllegalArgumentException("--home wants a directory");
            }
            home = path(arguments.get(1));
            properties = 2;
        }
        List<String> rest = arguments.subList(properties, arguments.size());
        for (String argument : rest) {
            if (!argument.matches("--[a-z][a-z0-9.-]*=.*")) {
                throw new IllegalArgumentException("unknown argument '" + argument
                        + "'; usage: pawl-local [--home DIR] [--property=value …], for example --pawl.agents.slots=2");
            }
        }
        return new LocalOptions(home, List.copyOf(rest));
    }

    private static Path path(String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a directory's path: " + value, e);
        }
    }
}
