package dev.pawl.db.audit;

/**
 * A lock on a directory.
 *
 * @param key names the directory
 */
public record HeldLock(String taskId, String key) {}
