package dev.pawl.workspace.git;

/** A git command that must succeed has failed. */
public final class GitFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    public GitFailure(GitCommand command, GitResult result) {
        super("git %s: exit code %d: %s".formatted(command.name(), result.exit(), result.error()));
        this.error = result.error();
    }

    /** Whether a retry may succeed, once somebody made room. */
    public boolean diskFull() {
        return error.contains("No space left") || error.contains("quota exceeded");
    }

    /** Git's standard error. */
    public String error() {
        return error;
    }
}
