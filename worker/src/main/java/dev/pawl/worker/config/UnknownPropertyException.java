package dev.pawl.worker.config;

/** An unknown property under {@code pawl.*}; the message suggests the nearest one. */
public final class UnknownPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownPropertyException(String message) {
        super(message);
    }
}
