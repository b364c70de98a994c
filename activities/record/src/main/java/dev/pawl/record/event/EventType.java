package dev.pawl.record.event;

import java.util.Locale;

/** Types of a task's events. */
public enum EventType {
    TASK_REGISTERED,
    WORKSPACE_PREPARED,
    ITERATION_STARTED,
    SESSION_OPENED,
    AGENT_ACTIVITY,
    SESSION_CLOSED,
    CHECK_FINISHED,
    ITERATION_ASSESSED,
    JUDGEMENT_MADE,
    DECISION_MADE,
    QUESTION_ASKED,
    QUESTION_REMINDED,
    QUESTION_CLOSED,
    STATUS_CHANGED,
    TASK_FINISHED;

    /** The name in rows and streams: lower snake case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
