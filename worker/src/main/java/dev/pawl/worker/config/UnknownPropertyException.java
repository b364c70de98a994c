package dev.pawl.worker.config;

/** Something under {@code pawl.*} that no code reads; the message names the nearest property. */
public final class UnknownPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownPropertyException(String message) {
        super(message);
    }
}
