package dev.pawl.workflows.codec;

import dev.pawl.workflows.model.ContentRef;

/** Where values too large for a history are kept: the content store, as the codec needs it. Safe for many threads. */
public interface ClaimStore {
    /** Durable once it returns; putting equal bytes again changes nothing. */
    ContentRef put(byte[] content);

    /** @throws RuntimeException where it is not there or cannot be read; whoever asked tries again */
    byte[] get(ContentRef ref);
}
