package dev.pawl.workflows.task;

/** Text of agents and people within the bound of the place it is shown at. */
final class Line {
    private Line() {}

    static String of(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
