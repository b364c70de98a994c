package dev.pawl.workflows.codec;

import dev.pawl.workflows.model.FailureTypes;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.PayloadConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.context.SerializationContext;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.lang.reflect.Type;

/** Fails the step that needs a lost claim with its own failure type; other read errors are retried. */
final class ClaimingDataConverter extends DefaultDataConverter {
    ClaimingDataConverter(PayloadConverter... converters) {
        super(converters);
    }

    @Override
    public <T> T fromPayload(Payload payload, Class<T> valueClass, Type valueType) {
        try {
            return super.fromPayload(payload, valueClass, valueType);
        } catch (DataConverterException e) {
            if (e.getCause() instanceof LostClaimException lost && !replaying()) {
                throw ApplicationFailure.newNonRetryableFailureWithCause(
                        lost.getMessage(), FailureTypes.CONTENT_LOST, lost);
            }
            throw e;
        }
    }

    /** During replay the step took place long ago, and a failure would not fit the history. */
    private static boolean replaying() {
        return WorkflowUnsafe.isWorkflowThread() && WorkflowUnsafe.isReplaying();
    }

    /** None of our converters reads the context. */
    @Override
    public DataConverter withContext(SerializationContext context) {
        return this;
    }
}
