package dev.pawl.workflows.codec;

/** The content of a claim is lost. The message names it, for histories and people. */
public final class LostClaimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostClaimException(String message, Throwable cause) {
        super(message, cause);
    }
}
