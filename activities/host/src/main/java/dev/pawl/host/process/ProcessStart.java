package dev.pawl.host.process;

import java.io.IOException;
import java.util.Optional;

/**
 * Starts a process whose exit code and output can be relied on.
 *
 * <p>The JDK keeps the exit of a process by its pid until nobody reads its output any more. If a child of the process
 * keeps the output open, that is as long as the child lives, while the system may already reuse the pid. A new process
 * with this pid then seems to have ended at once, with the exit code of the earlier one and without output.
 */
public final class ProcessStart {
    private static final int ATTEMPTS = 3;

    private ProcessStart() {}

    /**
     * A process that the JDK takes for an earlier one is killed at once and started again; it may have begun to run.
     *
     * @throws IOException if the program cannot be started
     */
    public static Process of(ProcessBuilder builder) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Process process = builder.start();
            Optional<ProcessHandle> mistaken = mistaken(process);
            if (mistaken.isEmpty()) {
                return process;
            }
            mistaken.get().destroyForcibly();
        }
        throw new IOException("%s gets the pid of an earlier process each time"
                .formatted(builder.command().getFirst()));
    }

    /** A process whose end the JDK has seen is no child any more, not even a zombie. */
    private static Optional<ProcessHandle> mistaken(Process process) {
        if (process.isAlive()) {
            return Optional.empty();
        }
        return ProcessHandle.of(process.pid())
                .filter(child ->
                        child.parent().filter(ProcessHandle.current()::equals).isPresent());
    }
}
