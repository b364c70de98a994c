package dev.pawl.gateway.action;

import dev.pawl.workflows.model.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/**
 * What a task said no with.
 *
 * @param type of the vocabulary of {@link FailureTypes}
 */
record Refusal(String type, String message) {
    /** The innermost failure, as the SDK wraps what a validator threw; empty where it is not the task that refused. */
    static Optional<Refusal> of(Throwable update) {
        Optional<Refusal> found = Optional.empty();
        for (Throwable cause = update.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure failure) {
                found = Optional.of(new Refusal(word(failure.getType()), failure.getOriginalMessage()));
            }
        }
        return found;
    }

    /** A wrapper that lost its cause has the name of a Java class. */
    private static String word(String type) {
        return type.indexOf('.') < 0 ? type : FailureTypes.NOT_NOW;
    }
}
