package dev.pawl.cli.mcp.tool;

/** A parameter of a tool. */
public record Parameter(String name, Kind kind, boolean required, String description) {
    private static final int LONGEST_ID = 200;

    static Parameter required(String name, Kind kind, String description) {
        return new Parameter(name, kind, true, description);
    }

    static Parameter optional(String name, Kind kind, String description) {
        return new Parameter(name, kind, false, description);
    }

    static Parameter task() {
        return required(
                "task",
                new Kind.Text(LONGEST_ID),
                "The task's id, a unique prefix of it, or 'last' for the newest task.");
    }

    static Parameter plan() {
        return required(
                "plan",
                new Kind.Text(LONGEST_ID),
                "The plan's id, a unique prefix of it, or 'last' for the newest plan.");
    }
}
