package dev.pawl.workspace.lock;

/** Another writer holds the user's directory longer than a delivery waits; the message names it. */
public final class DirectoryBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DirectoryBusyException(String message) {
        super(message);
    }
}
