package dev.pawl.workflows.activity.collect;

/** @param dryRun whether it is only found out what would be removed */
public record Collect(boolean dryRun) {}
