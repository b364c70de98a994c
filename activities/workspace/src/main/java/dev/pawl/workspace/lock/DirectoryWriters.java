package dev.pawl.workspace.lock;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workspace.WorkspaceLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets one writer at a time into a user's directory: among tasks by the database, among processes of this host by the
 * system, which also separates two attempts of one task. Waiting is bounded.
 */
public final class DirectoryWriters {
    /**
     * Deliveries take seconds; an agent that works in the directory itself may take hours, which are not waited for.
     */
    public static final Duration STANDARD_WAIT = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HostDirectories host;
    private final WorkspaceLock lock;
    private final Duration longest;

    public DirectoryWriters(HostDirectories host, WorkspaceLock lock, Duration longest) {
        this.host = host;
        this.lock = lock;
        this.longest = longest;
    }

    /**
     * Runs the writes of a delivering task.
     *
     * @throws DirectoryBusyException if the directory does not become free in time
     */
    public <T> T write(Path directory, String taskId, DeliveryWatch watch, Supplier<T> work) {
        long begun = System.nanoTime();
        boolean said = false;
        while (true) {
            watch.check();
            Optional<String> holder = lock.acquire(directory.toString(), taskId);
            if (holder.isEmpty()) {
                Optional<DirectoryLock> mine = DirectoryLock.take(host, directory);
                if (mine.isPresent()) {
                    T result;
                    try (DirectoryLock held = mine.get()) {
                        result = work.get();
                    }
                    // Not after a failure: the directory may be half changed until the next attempt.
                    lock.release(taskId);
                    return result;
                }
            }
            String who = holder.map(task -> "task " + task).orElse("another delivery");
            if (System.nanoTime() - begun > longest.toNanos()) {
                throw new DirectoryBusyException("%s writes to %s".formatted(who, directory));
            }
            if (!said) {
                watch.waiting("waits for %s, which writes to %s".formatted(who, directory));
                said = true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /**
     * Takes a directory for a task that works in it. Waits for a running delivery.
     *
     * @return the task that works in it, if another one does
     * @throws DirectoryBusyException if a delivery does not end in time
     */
    public Optional<String> hold(Path directory, String taskId) {
        long begun = System.nanoTime();
        while (true) {
            Optional<String> holder = lock.acquire(directory.toString(), taskId);
            if (!DirectoryLock.taken(host, directory)) {
                return holder;
            }
            if (System.nanoTime() - begun > longest.toNanos()) {
                throw new DirectoryBusyException("a delivery still writes to " + directory);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
