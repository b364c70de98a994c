package dev.pawl.workflows.codec;

import dev.pawl.workflows.model.FailureTypes;
import io.temporal.api.common.v1.Payload;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;

/**
 * Refuses payloads that are too large for a history before they leave this process. Unlike an interceptor, a codec sees
 * every payload: workflow inputs, activity inputs and results, updates, signals, queries, heartbeat and failure
 * details, and continue-as-new.
 */
final class PayloadLimit implements PayloadCodec {
    static final int MAX_BYTES = 64 * 1024;

    /**
     * @throws ApplicationFailure that is not retryable, since the same value would be refused again; ends the activity,
     *     update or workflow that produced it
     */
    @Override
    public List<Payload> encode(List<Payload> payloads) {
        for (Payload payload : payloads) {
            int size = payload.getData().size();
            if (size > MAX_BYTES) {
                throw tooLarge("value", size, MAX_BYTES);
            }
        }
        return payloads;
    }

    static ApplicationFailure tooLarge(String kind, int size, int max) {
        return ApplicationFailure.newNonRetryableFailure(
                "a %s of %d bytes is too large for a history, at most %d are allowed".formatted(kind, size, max),
                FailureTypes.PAYLOAD_TOO_LARGE);
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
        return payloads;
    }
}
