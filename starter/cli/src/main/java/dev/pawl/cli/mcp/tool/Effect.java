package dev.pawl.cli.mcp.tool;

/** What a tool changes. */
public enum Effect {
    /** Nothing. */
    NONE,
    /** Starts work, or lets it continue. */
    CONTINUES,
    /** Ends a task. */
    ENDS
}
