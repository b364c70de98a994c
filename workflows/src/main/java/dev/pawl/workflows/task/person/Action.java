package dev.pawl.workflows.task.person;

/**
 * A message of a person or service to a task.
 *
 * @param text required by {@code answer} and {@code instruct}, otherwise a reason; at most {@value #MAX_TEXT}
 *     characters
 * @param by the sender; at most {@value #MAX_BY} characters
 */
public record Action(String text, String by) {
    public static final int MAX_TEXT = 8 * 1024;
    public static final int MAX_BY = 200;
}
