package dev.pawl.workflows.codec;

/** What a claim stands for is lost. The message names it, for histories and people. */
public final class LostClaimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostClaimException(String message, Throwable cause) {
        super(message, cause);
    }
}
