package dev.pawl.activities.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds processes by the run tag in their environment, also those that left their parent, group and session. Only where
 * there is a {@code /proc}.
 */
final class RunSweep {
    private static final Path PROC = Path.of("/proc");
    private static final int LONGEST_ENVIRONMENT = 4 << 20;
    private static final int ROUNDS = 50;

    private RunSweep() {}

    /** Kills until none is left, bounded: something that starts processes faster than they die is not waited for. */
    static int kill(String runTagPrefix) {
        Set<Long> seen = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> alive = find(runTagPrefix);
            if (alive.isEmpty()) {
                break;
            }
            alive.forEach(process -> {
                seen.add(process.pid());
                process.destroyForcibly();
            });
            ProcessTree.awaitEnd(alive);
        }
        return seen.size();
    }

    /** Whose tag is the prefix, or starts with it and a slash. */
    static List<ProcessHandle> find(String runTagPrefix) {
        long self = ProcessHandle.current().pid();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.pid() != self)
                    .filter(process -> tag(process.pid())
                            .filter(tag -> matches(tag, runTagPrefix))
                            .isPresent())
                    .filter(ProcessHandle::isAlive)
                    .toList();
        }
    }

    /** Empty where the environment has none or may not be read. */
    static Optional<String> tag(long pid) {
        String wanted = ProcessSupervisor.RUN_VARIABLE + "=";
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

    private static boolean matches(String tag, String prefix) {
        return tag.equals(prefix) || tag.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }
}
