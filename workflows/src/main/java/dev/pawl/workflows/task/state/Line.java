package dev.pawl.workflows.task.state;

/** Text of agents and people within the bound of the place it is shown at. */
public final class Line {
    private Line() {}

    public static String of(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
