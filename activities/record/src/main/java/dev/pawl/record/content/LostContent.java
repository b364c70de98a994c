package dev.pawl.record.content;

import dev.pawl.db.content.ContentLostException;
import dev.pawl.workflows.model.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stored text that a step needs and that is not there. */
public final class LostContent {
    private static final Logger LOG = LoggerFactory.getLogger(LostContent.class);

    private LostContent() {}

    /** Ends the step at once; the place is for the log alone. */
    public static ApplicationFailure failure(ContentLostException lost) {
        LOG.error("{}, it should be at {}", lost.getMessage(), lost.place());
        return ApplicationFailure.newNonRetryableFailureWithCause(lost.getMessage(), FailureTypes.CONTENT_LOST, lost);
    }
}
