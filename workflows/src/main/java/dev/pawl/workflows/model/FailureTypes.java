package dev.pawl.workflows.model;

/** The types of activity and update failures, in one vocabulary for code, database, API and metrics. */
public final class FailureTypes {
    /** The task as asked for cannot be run; trying again cannot help. */
    public static final String INVALID_TASK = "InvalidTask";

    /** The workspace cannot be made or used; the message says what to do. */
    public static final String WORKSPACE_UNUSABLE = "WorkspaceUnusable";

    /** Another task holds the directory of an in-place task. */
    public static final String WORKSPACE_HELD = "WorkspaceHeld";

    /** A newer attempt of the same task owns the work; this one has to end. */
    public static final String FENCED = "Fenced";

    /** The worker ends in order; another one, or the next start, takes the work up at once. */
    public static final String WORKER_STOPPED = "WorkerStopped";

    /** The judge's model server does not answer, or takes nothing for a while; it is asked again. */
    public static final String JUDGE_UNAVAILABLE = "JudgeUnavailable";

    /** A row or text that must be there is not. */
    public static final String NOT_FOUND = "NotFound";

    /** A stored text that the step needs is missing or damaged; trying again cannot help. */
    public static final String CONTENT_LOST = "ContentLost";

    /** An update does not fit the state the task is in. */
    public static final String NOT_NOW = "NotNow";

    /** A value would not fit into a history, whoever made it. */
    public static final String PAYLOAD_TOO_LARGE = "PayloadTooLarge";

    private FailureTypes() {}
}
