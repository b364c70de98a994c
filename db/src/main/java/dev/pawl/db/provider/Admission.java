package dev.pawl.db.provider;

import java.time.Instant;

/** Whether a task may use a provider's account now. */
public sealed interface Admission {
    /** The account takes work, or this task is the one that tries. */
    record Go() implements Admission {}

    /** Nothing comes through before. */
    record Limited(Instant until) implements Admission {}

    /** Another task tries; how that ends is known when the account is asked about again. */
    record Tried(String byTask) implements Admission {}
}
