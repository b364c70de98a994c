package dev.pawl.host.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One program to run.
 *
 * @param command program and arguments, executed as they are and never by a shell; a program without a slash is looked
 *     up on the PATH of {@code environment}, a relative one in {@code directory}
 * @param directory where it works
 * @param environment all of it: nothing is inherited. {@code PAWL_RUN} and {@code PAWL_WORKER} are added
 * @param stdin a file it reads as its standard input, to the end; absent means an empty input
 * @param runTag names the run in the environment of every process of its tree, such as {@code task/session}
 * @param wall ended after it, however busy
 * @param idle ended after this long without a byte of output, see also {@link #whilePending}
 * @param grace between the request to end and the kill
 * @param sandbox what it sees of the host; absent means all
 * @param protection what it may not write; only as far as {@link ProcessSupervisor#protects} says so
 */
public record ProcessSpec(
        List<String> command,
        Path directory,
        Map<String, String> environment,
        @Nullable Path stdin,
        String runTag,
        Duration wall,
        Duration idle,
        Duration grace,
        @Nullable Sandbox sandbox,
        WriteProtection protection) {
    private static final int PENDING = 6;

    /**
     * How long a program may be silent while it waits for something it started: six times the ordinary limit, counted from
     * its last output, or from when what it started last used CPU or I/O.
     */
    public static Duration whilePending(Duration idle) {
        return idle.multipliedBy(PENDING);
    }

    /** Without a sandbox, and nothing protected. */
    public ProcessSpec(
            List<String> command,
            Path directory,
            Map<String, String> environment,
            @Nullable Path stdin,
            String runTag,
            Duration wall,
            Duration idle,
            Duration grace) {
        this(command, directory, environment, stdin, runTag, wall, idle, grace, null, WriteProtection.NONE);
    }

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty() || command.getFirst().isBlank()) {
            throw new IllegalArgumentException("command must name a program");
        }
        if (runTag.isBlank() || runTag.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("runTag must be a text");
        }
        if (!wall.isPositive() || !idle.isPositive() || grace.isNegative()) {
            throw new IllegalArgumentException("wall and idle must be positive, grace not negative");
        }
    }

    /** What has to be mounted read-only; in a sandbox only what it would let be written. */
    WriteProtection mounts() {
        return sandbox == null ? protection : protection.within(sandbox.writable());
    }
}
