package dev.pawl.agent.price;

/** An invalid file of prices. The message has the file and its error. */
public final class PriceFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    PriceFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
