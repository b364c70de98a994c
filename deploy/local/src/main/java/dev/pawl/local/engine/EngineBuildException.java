package dev.pawl.local.engine;

/** The engine cannot be built; the message says what to do. */
public final class EngineBuildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineBuildException(String message) {
        super(message);
    }
}
