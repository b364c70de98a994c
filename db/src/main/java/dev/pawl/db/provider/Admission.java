package dev.pawl.db.provider;

import java.time.Instant;

/** Whether a task may use an account now. */
public sealed interface Admission {
    /** The account is served, or this task is the one that tries. */
    record Go() implements Admission {}

    /** The account is not served before this time. */
    record Limited(Instant until) implements Admission {}

    /** Another task tries; ask again for the result. */
    record Tried(String byTask) implements Admission {}
}
