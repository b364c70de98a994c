package dev.pawl.workflows.activity.reap;

/**
 * Row counts of the database.
 *
 * @param outcomes tasks that have ended
 */
public record ReapCounts(
        long tasks,
        long openTasks,
        long outcomes,
        long sessions,
        long openSessions,
        long decisions,
        long openQuestions,
        long events,
        long locks) {}
