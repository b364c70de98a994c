package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param number of reminders and escalations of the question so far, including this one
 * @param waited since the question was asked
 * @param escalatedTo who is named from now on; absent for a reminder
 */
@ClaimChecked
public record RemindPerson(
        String questionId,
        String taskId,
        int number,
        Duration waited,
        @Nullable String escalatedTo) {}
