package dev.pawl.db.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * A record that did not become an event.
 *
 * @param topic its topic, or the file of a spool
 * @param partition of the topic
 * @param position its offset in the partition, or its line in the file
 * @param headers a JSON array
 * @param attempts how often it was tried
 * @param errorClass type of the error
 * @param reason for people
 * @param digest SHA-256 of key and value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NewDeadLetter(
        String topic,
        int partition,
        long position,
        byte @Nullable [] key,
        byte @Nullable [] value,
        String headers,
        int attempts,
        String errorClass,
        String reason,
        String digest) {}
