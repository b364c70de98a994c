package dev.pawl.workflows.model.evidence;

/**
 * A file of the base that belongs to a check, and not to the work.
 *
 * @param why how the check reaches it, in one line
 * @param keptAsInBase false if the task allows it to change, so that it was not restored
 */
public record CheckFile(String path, String why, boolean keptAsInBase) {}
