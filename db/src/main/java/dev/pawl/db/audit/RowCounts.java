package dev.pawl.db.audit;

/** Row counts of one moment. */
public record RowCounts(
        long tasks,
        long openTasks,
        long sessions,
        long openSessions,
        long decisions,
        long openQuestions,
        long events,
        long locks) {}
