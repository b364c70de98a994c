package dev.pawl.workflows.activity.reap;

/**
 * @param repair whether to repair what is safe to repair
 * @param everything whether to include what ended long ago, with counts of everything; otherwise only what is open
 */
public record Reap(boolean repair, boolean everything) {}
