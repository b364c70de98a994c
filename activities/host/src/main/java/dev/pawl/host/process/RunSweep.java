package dev.pawl.host.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds processes by a variable of their environment, even those that left their parent, group and session. Requires
 * {@code /proc}.
 */
final class RunSweep {
    private static final Path PROC = Path.of("/proc");
    private static final int LONGEST_ENVIRONMENT = 4 << 20;
    private static final int ROUNDS = 50;

    private RunSweep() {}

    /**
     * Kills until none is left, with a bound: something that starts processes faster than they die is not waited for.
     */
    static int kill(String variable, String prefix) {
        Set<Long> seen = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> alive = find(variable, prefix);
            if (alive.isEmpty()) {
                break;
            }
            // One may have children that cleared their environment: after its end nothing identifies them.
            Set<ProcessHandle> family = new LinkedHashSet<>(alive);
            alive.forEach(process -> process.descendants().forEach(family::add));
            family.forEach(process -> {
                seen.add(process.pid());
                process.destroyForcibly();
            });
            ProcessTree.awaitEnd(family);
        }
        return seen.size();
    }

    /** Processes whose variable equals the prefix, or starts with it and a slash. */
    static List<ProcessHandle> find(String variable, String prefix) {
        long self = ProcessHandle.current().pid();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.pid() != self)
                    .filter(process -> value(process.pid(), variable)
                            .filter(value -> matches(value, prefix))
                            .isPresent())
                    .filter(ProcessHandle::isAlive)
                    .toList();
        }
    }

    /** The tag of a process's run. */
    static Optional<String> tag(long pid) {
        return value(pid, ProcessSupervisor.RUN_VARIABLE);
    }

    /** Empty if the environment lacks it or may not be read. */
    private static Optional<String> value(long pid, String variable) {
        String wanted = variable + "=";
        try (InputStream in = Files.newInputStream(PROC.resolve(pid + "/environ"))) {
            String environment = new String(in.readNBytes(LONGEST_ENVIRONMENT), UTF_8);
            return Arrays.stream(environment.split("\0"))
                    .filter(entry -> entry.startsWith(wanted))
                    .map(entry -> entry.substring(wanted.length()))
                    .findFirst();
        } catch (IOException goneOrForeign) {
            return Optional.empty();
        }
    }

    private static boolean matches(String value, String prefix) {
        return value.equals(prefix) || value.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }
}
