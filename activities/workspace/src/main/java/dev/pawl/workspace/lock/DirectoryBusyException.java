package dev.pawl.workspace.lock;

/** Another writer has the user's directory for longer than a delivery waits; the message names it. */
public final class DirectoryBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DirectoryBusyException(String message) {
        super(message);
    }
}
