package dev.pawl.agent.price;

/** A file of prices that cannot be read. The message names the file and what is wrong with it. */
public final class PriceFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    PriceFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
