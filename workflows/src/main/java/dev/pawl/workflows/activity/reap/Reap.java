package dev.pawl.workflows.activity.reap;

/**
 * @param repair whether what can be put right safely is
 * @param everything also what has ended long ago, and how much there is of everything; else what is open now
 */
public record Reap(boolean repair, boolean everything) {}
