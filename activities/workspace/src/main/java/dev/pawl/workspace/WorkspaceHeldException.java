package dev.pawl.workspace;

/** Another task works in the directory of an in-place task. */
public final class WorkspaceHeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    public WorkspaceHeldException(String directory, String holder) {
        super("task %s works in %s; wait until it ends, or stop it".formatted(holder, directory));
        this.holder = holder;
    }

    /** Id of the task that holds the directory. */
    public String holder() {
        return holder;
    }
}
