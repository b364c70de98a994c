package dev.pawl.workflows.model.evidence;

/**
 * A file of the base that decides a check, and is no work.
 *
 * @param why how the check comes to it, in one line
 * @param keptAsInBase false if the task lets it be changed, so that it was not put back
 */
public record CheckFile(String path, String why, boolean keptAsInBase) {}
