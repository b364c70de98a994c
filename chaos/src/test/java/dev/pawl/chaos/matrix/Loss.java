package dev.pawl.chaos.matrix;

/** The most that a fault may cost a task. */
enum Loss {
    /** All running work continues. */
    NOTHING,
    /** Writes fail and are retried. */
    WRITES,
    /** Running attempts are lost and retried. */
    ATTEMPTS,
    /** Running attempts may be lost, depending on timing. */
    PERHAPS_ATTEMPTS,
    /** The agent's run fails, which is a result like any other: another iteration follows. */
    AGENT_RUN,
    /** Writing files fails, for agents too, and is retried once there is space. */
    SPACE,
    /** An operator cancels the task. */
    CANCELLED,
    /** An operator ends the workflow without asking it: the task fails. */
    TERMINATED
}
