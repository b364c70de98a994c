package dev.pawl.workflows.activity.collect;

/** @param dryRun whether to report only what would be removed */
public record Collect(boolean dryRun) {}
