package dev.pawl.local;

import dev.pawl.worker.config.DefaultHome;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line of the local stack.
 *
 * @param home {@code --home DIR}, else the variable {@code PAWL_HOME}, else the user's XDG state directory
 * @param once {@code --once}: end as soon as it is ready, to fill the caches that make later starts fast
 * @param properties {@code --name=value} for the worker and the gateway
 */
record LocalOptions(Path home, boolean once, List<String> properties) {

    private static final Set<String> OWN = Set.of("--home", "--once");

    /** @throws IllegalArgumentException with the error */
    static LocalOptions parse(List<String> arguments, Map<String, String> environment) {
        Path home = Optional.ofNullable(environment.get("PAWL_HOME"))
                .filter(value -> !value.isEmpty())
                .map(LocalOptions::path)
                .orElseGet(() -> DefaultHome.of(environment));
        boolean once = false;
        int next = 0;
        while (next < arguments.size() && OWN.contains(arguments.get(next))) {
            if (arguments.get(next).equals("--once")) {
                once = true;
                next++;
            } else if (next + 1 < arguments.size()) {
                home = path(arguments.get(next + 1));
                next += 2;
            } else {
                throw new IllegalArgumentException("--home needs a directory");
            }
        }
        List<String> rest = arguments.subList(next, arguments.size());
        for (String argument : rest) {
            if (!argument.matches("--[a-z][a-z0-9.-]*=.*")) {
                throw new IllegalArgumentException(
                        "unknown argument '" + argument
                                + "'; usage: pawl-local [--home DIR] [--once] [--property=value …], for example --pawl.agents.slots=2");
            }
        }
        return new LocalOptions(home, once, List.copyOf(rest));
    }

    private static Path path(String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a directory's path: " + value, e);
        }
    }
}
