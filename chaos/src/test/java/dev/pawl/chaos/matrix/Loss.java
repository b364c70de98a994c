package dev.pawl.chaos.matrix;

/** What a fault may cost a task, at most. */
enum Loss {
    /** Everything that was under way goes on. */
    NOTHING,
    /** Writes fail and are repeated. */
    WRITES,
    /** What was under way is lost and done again. */
    ATTEMPTS,
    /** What was under way may be lost; whether it is depends on who comes first. */
    PERHAPS_ATTEMPTS,
    /** The agent's run ends badly, which is a result like any other: another iteration follows. */
    AGENT_RUN,
    /** What has to write files fails, agents too, and is done again once there is room. */
    SPACE,
    /** An operator cancels the task. */
    CANCELLED,
    /** An operator ends the workflow without asking it: the task fails. */
    TERMINATED
}
