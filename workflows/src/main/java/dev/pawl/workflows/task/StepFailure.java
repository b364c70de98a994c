package dev.pawl.workflows.task;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TemporalFailure;

/** Why an activity failed for good, in its own words. */
final class StepFailure {
    private StepFailure() {}

    static String message(ActivityFailure failure) {
        Throwable cause = failure.getCause();
        String said = cause instanceof TemporalFailure temporal ? temporal.getOriginalMessage() : failure.getMessage();
        return said == null ? failure.getActivityType() + " failed" : said;
    }
}
