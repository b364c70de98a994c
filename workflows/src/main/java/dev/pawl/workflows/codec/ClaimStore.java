package dev.pawl.workflows.codec;

import dev.pawl.workflows.model.ContentRef;

/** Where values too large for a history are kept: the content store, as the codec needs it. Safe for many threads. */
public interface ClaimStore {
    /** Durable once it returns; putting equal bytes again changes nothing. */
    ContentRef put(byte[] content);

    /**
     * @throws LostClaimException if it is not there or is not what was put
     * @throws RuntimeException if it cannot be read now; whoever asked tries again
     */
    byte[] get(ContentRef ref);
}
