package dev.pawl.workspace;

import java.util.Optional;

/** One in-place task at a time per directory, over all workers. */
public interface WorkspaceLock {
    /**
     * Idempotent for one task.
     *
     * @param key the canonical path of the directory
     * @return empty if the task now holds the lock, else the id of the task that does
     */
    Optional<String> acquire(String key, String taskId);

    /** Releases what the task holds, if anything. */
    void release(String taskId);
}
