package dev.pawl.workflows.activity.collect;

import dev.pawl.workflows.model.upkeep.CollectedKind;

/**
 * What was removed of a kind, or would have been.
 *
 * @param count files of content, else tasks
 * @param bytes 0 for rows
 */
public record Collected(CollectedKind kind, long count, long bytes) {}
