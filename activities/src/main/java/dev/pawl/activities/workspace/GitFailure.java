package dev.pawl.activities.workspace;

/** A git command that must work did not. */
final class GitFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    GitFailure(GitCommand command, GitResult result) {
        super("git %s: exit code %d: %s".formatted(command.name(), result.exit(), result.error()));
        this.error = result.error();
    }

    /** What git wrote to standard error. */
    String error() {
        return error;
    }
}
