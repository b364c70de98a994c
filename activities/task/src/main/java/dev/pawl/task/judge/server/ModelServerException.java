package dev.pawl.task.judge.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A model server gave no answer. The message is fit for histories: it holds no key and no text of the task. */
public final class ModelServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ServerFault fault;
    private final transient @Nullable Duration retryAfter;

    /** @param retryAfter how long the server wants to be left alone; absent where it does not say */
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
