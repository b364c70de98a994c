package dev.pawl.workflows.model;

/** Types of activity and update failures: one vocabulary for code, database, API and metrics. */
public final class FailureTypes {
    /** The task cannot be run as requested; not retryable. */
    public static final String INVALID_TASK = "InvalidTask";

    /** The workspace cannot be created or used; the message says what to do. */
    public static final String WORKSPACE_UNUSABLE = "WorkspaceUnusable";

    /** Another task holds the directory of an in-place task. */
    public static final String WORKSPACE_HELD = "WorkspaceHeld";

    /** A newer attempt of the same task owns the work; this one must end. */
    public static final String FENCED = "Fenced";

    /** The worker shuts down; another one, or the next start, retries at once. */
    public static final String WORKER_STOPPED = "WorkerStopped";

    /** The judge's model server does not answer or is temporarily unavailable; retried. */
    public static final String JUDGE_UNAVAILABLE = "JudgeUnavailable";

    /** A required row or text does not exist. */
    public static final String NOT_FOUND = "NotFound";

    /** A stored text that the step needs is missing or damaged; not retryable. */
    public static final String CONTENT_LOST = "ContentLost";

    /** The task's state does not allow the update. */
    public static final String NOT_NOW = "NotNow";

    /** A value does not fit into a history. */
    public static final String PAYLOAD_TOO_LARGE = "PayloadTooLarge";

    private FailureTypes() {}
}
