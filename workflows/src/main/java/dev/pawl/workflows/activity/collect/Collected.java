package dev.pawl.workflows.activity.collect;

import dev.pawl.workflows.model.upkeep.CollectedKind;

/**
 * What was removed of one kind, or would have been.
 *
 * @param count number of files for content, else of tasks
 * @param bytes 0 for rows
 */
public record Collected(CollectedKind kind, long count, long bytes) {}
