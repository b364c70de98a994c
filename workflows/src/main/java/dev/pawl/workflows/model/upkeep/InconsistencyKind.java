package dev.pawl.workflows.model.upkeep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Wire;

/** Ways in which what is written down, the engine and the hosts can disagree. */
public enum InconsistencyKind {
    /** A task is open, and its workflow has ended or is gone. */
    TASK_WITHOUT_WORKFLOW,
    /** A task's workflow runs, and nothing is written down of it. */
    WORKFLOW_WITHOUT_TASK,
    /** A session is open, and no attempt that could close it lives. */
    SESSION_WITHOUT_ATTEMPT,
    /** A question is open, and its task has ended. */
    QUESTION_OF_ENDED_TASK,
    /** A directory is locked for a task that has ended. */
    LOCK_OF_ENDED_TASK,
    /** A task's sums are not those over its sessions. */
    WRONG_TOTALS,
    /** A session has ended, and what its provider's account reserved for it is still held. */
    RESERVATION_OF_ENDED_SESSION,
    /** An iteration does not say what was decided on it. */
    DECISION_NOT_NOTED,
    /** Something that ended was not told to those who watch. */
    EVENT_MISSING,
    /** The numbers of a task's events have a gap. */
    EVENT_GAP,
    /** A process runs, and nobody waits for it. */
    ORPHAN_PROCESS,
    /** A private directory is left of a run. */
    ORPHAN_RUN,
    /** A workspace is left of a task that has ended. */
    ORPHAN_WORKSPACE,
    /** A delivery was cut short, and its task has ended. */
    UNFINISHED_DELIVERY,
    /** A host does not answer, so that nobody knows what is on it. */
    HOST_SILENT;

    /** The name people and other services see: lower snake case. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** @throws IllegalArgumentException naming the allowed values */
    @JsonCreator
    public static InconsistencyKind of(String wire) {
        return Wire.parse(InconsistencyKind.class, wire);
    }
}
