package dev.pawl.record.content;

import dev.pawl.db.content.ContentLostException;
import dev.pawl.workflows.model.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stored text that a step needs is missing. */
public final class LostContent {
    private static final Logger LOG = LoggerFactory.getLogger(LostContent.class);

    private LostContent() {}

    /** Fails the step without a retry; the path is only logged. */
    public static ApplicationFailure failure(ContentLostException lost) {
        LOG.error("{}, it should be at {}", lost.getMessage(), lost.place());
        return ApplicationFailure.newNonRetryableFailureWithCause(lost.getMessage(), FailureTypes.CONTENT_LOST, lost);
    }
}
