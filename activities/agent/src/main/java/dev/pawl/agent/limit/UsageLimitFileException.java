package dev.pawl.agent.limit;

/** An invalid file of usage limits. The message has the file and its error. */
public final class UsageLimitFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UsageLimitFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
