package dev.pawl.db.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * The record that became a dead letter, as it came.
 *
 * @param headers a JSON array
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetterContent(byte @Nullable [] key, byte @Nullable [] value, String headers) {}
