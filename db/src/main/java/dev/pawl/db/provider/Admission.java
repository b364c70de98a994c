package dev.pawl.db.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a task may use a model of an account now. */
public sealed interface Admission {
    /** The model is served, or this task is the one that tries. */
    record Go() implements Admission {}

    /**
     * Nothing is served before this time.
     *
     * @param ofModel whether other models of the account are
     * @param said the time as it was said, and by whom; absent if it was not said
     */
    record Limited(Instant until, boolean ofModel, @Nullable String said) implements Admission {}

    /** Another task tries; ask again for the result. */
    record Tried(String byTask) implements Admission {}
}
