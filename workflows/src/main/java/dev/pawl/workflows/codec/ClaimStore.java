package dev.pawl.workflows.codec;

import dev.pawl.workflows.model.ContentRef;

/** Stores values that are too large for a history: the content store, as the codec needs it. Thread-safe. */
public interface ClaimStore {
    /** Durable once it returns. Idempotent. */
    ContentRef put(byte[] content);

    /**
     * @throws LostClaimException if the content is missing or damaged
     * @throws RuntimeException if it cannot be read now; the caller retries
     */
    byte[] get(ContentRef ref);
}
