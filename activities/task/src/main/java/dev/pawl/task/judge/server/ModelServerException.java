package dev.pawl.task.judge.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model server gave no answer. The message may be stored in histories: it contains no key and no text of the task.
 */
public final class ModelServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ServerFault fault;
    private final transient @Nullable Duration retryAfter;

    /** @param retryAfter the delay that the server asked for; absent if it gave none */
    ModelServerException(ServerFault fault, String message, @Nullable Duration retryAfter) {
        super(message);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    ModelServerException(ServerFault fault, String message) {
        this(fault, message, null);
    }

    public ServerFault fault() {
        return fault;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
