package dev.pawl.workflows.task.state;

/** Bounds text of agents and people to the place where it is shown. */
public final class Line {
    private Line() {}

    public static String of(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
