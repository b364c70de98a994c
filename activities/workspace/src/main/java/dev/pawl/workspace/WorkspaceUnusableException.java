package dev.pawl.workspace;

/** The workspace cannot be created or used, and a retry cannot help. The message says what to do. */
public final class WorkspaceUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkspaceUnusableException(String message) {
        super(message);
    }

    public WorkspaceUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
