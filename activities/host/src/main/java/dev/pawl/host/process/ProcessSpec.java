package dev.pawl.host.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program to run.
 *
 * @param command program and arguments, executed directly, never by a shell; a program without a slash is looked up on
 *     the PATH of {@code environment}, a relative one in {@code directory}
 * @param directory working directory
 * @param environment the complete one: nothing is inherited. {@code PAWL_RUN} and {@code PAWL_WORKER} are added
 * @param stdin a file for its standard input; absent means an empty input
 * @param runTag marks the environment of every process of the run, such as {@code task/session}
 * @param wall time limit
 * @param idle limit of time without output, see also {@link #whilePending}
 * @param grace between the request to end and the kill
 * @param sandbox what it can see of the host; absent means all
 * @param protection what it must not write; only if {@link ProcessSupervisor#protects} returns true
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
     * How long a program may be silent while it waits for something it started: six times the usual limit, counted from
     * its last output, or from the last CPU or I/O use of what it started.
     */
    public static Duration whilePending(Duration idle) {
        return idle.multipliedBy(PENDING);
    }

    /** Without a sandbox and write protection. */
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

    /** The same with another environment. */
    ProcessSpec with(Map<String, String> other) {
        return new ProcessSpec(command, directory, other, stdin, runTag, wall, idle, grace, sandbox, protection);
    }

    /** The paths to mount read-only; in a sandbox only those that would be writable. */
    WriteProtection mounts() {
        return sandbox == null ? protection : protection.within(sandbox.writable());
    }
}
