package dev.pawl.agent.limit;

/** A file of usage limits that cannot be read. The message names the file and what is wrong with it. */
public final class UsageLimitFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UsageLimitFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
