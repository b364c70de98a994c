package dev.pawl.cli.planreport;

/** What a package does at a moment. */
enum Activity {
    /** Something that it needs is not integrated. */
    WAITING,
    /** May start, also again after an ejection. */
    READY,
    /** Occupies a slot. */
    RUNNING,
    /** Accepted, in the merge queue. */
    QUEUED,
    /** In a final state. */
    ENDED
}
