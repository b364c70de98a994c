package dev.pawl.workflows.model.upkeep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Ways in which database, engine and hosts can disagree. */
public enum InconsistencyKind {
    /** A task is open, but its workflow has ended or is missing. */
    TASK_WITHOUT_WORKFLOW,
    /** A plan is open, but its workflow has ended or is missing. */
    PLAN_WITHOUT_WORKFLOW,
    /** A task's workflow runs, but the task has no row. */
    WORKFLOW_WITHOUT_TASK,
    /** A session is open, but no live attempt could close it. */
    SESSION_WITHOUT_ATTEMPT,
    /** A question is open, but its task has ended. */
    QUESTION_OF_ENDED_TASK,
    /** A directory is locked for a task that has ended. */
    LOCK_OF_ENDED_TASK,
    /** A task's totals differ from the sums over its sessions. */
    WRONG_TOTALS,
    /** A session has ended, but its reservation is still open. */
    RESERVATION_OF_ENDED_SESSION,
    /** An iteration lacks its decision. */
    DECISION_NOT_NOTED,
    /** Something ended without an event. */
    EVENT_MISSING,
    /** The numbers of a task's events have a gap. */
    EVENT_GAP,
    /** A process runs that no worker waits for. */
    ORPHAN_PROCESS,
    /** A run's private directory is left. */
    ORPHAN_RUN,
    /** A workspace is left of an ended task. */
    ORPHAN_WORKSPACE,
    /** A delivery was interrupted, and its task has ended. */
    UNFINISHED_DELIVERY,
    /** A host does not answer, so its state is unknown. */
    HOST_SILENT;

    /** The name in JSON, rows and the API: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
    @JsonCreator
    public static InconsistencyKind of(String wire) {
        return Wire.parse(InconsistencyKind.class, wire);
    }
}
