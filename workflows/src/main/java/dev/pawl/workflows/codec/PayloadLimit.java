package dev.pawl.workflows.codec;

import dev.pawl.workflows.model.FailureTypes;
import io.temporal.api.common.v1.Payload;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;

/**
 * Refuses what is too large for a history before it leaves this process. A codec sees what an interceptor does not: every
 * value as bytes, whether it starts a workflow, goes into or comes out of an activity, an update, a signal or a query, is
 * a heartbeat's or a failure's detail, or is handed on by continue-as-new.
 */
final class PayloadLimit implements PayloadCodec {
    static final int MAX_BYTES = 64 * 1024;

    /**
     * @throws ApplicationFailure that is not retried: the same value would be refused again. An activity, update or
     *     workflow that made it ends with it
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
