package dev.pawl.workspace;

import java.util.Optional;

/** One in-place task at a time per directory, wherever its workers run. */
public interface WorkspaceLock {
    /**
     * Idempotent for one task.
     *
     * @param key the canonical path of the directory
     * @return empty where the task now holds the lock, else the id of the task that does
     */
    Optional<String> acquire(String key, String taskId);

    /** Gives back what the task holds; does nothing where it holds nothing. */
    void release(String taskId);
}
