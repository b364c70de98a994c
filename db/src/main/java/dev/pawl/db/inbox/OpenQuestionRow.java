package dev.pawl.db.inbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open question of a task or of a plan.
 *
 * @param id unique over all tasks and plans
 * @param taskId absent for a question of a plan
 * @param planId absent for a question of a task
 * @param packageId the package that a plan asks about; absent for a question of a task
 * @param title of the task or plan
 * @param kind of a task's question; {@code plan} for that of a plan
 * @param choices the only valid answers of a task's question; empty accepts any
 * @param deadline when it continues without an answer; absent means never
 * @param reminders and escalations so far
 * @param escalatedTo who was named last; absent if nobody was
 * @param costUsd of the task, or of all tasks of the plan, so far; absent if none is known
 * @param unpriced number of sessions and judge calls with an unknown cost
 */
public record OpenQuestionRow(
        String id,
        @Nullable String taskId,
        @Nullable String planId,
        @Nullable String packageId,
        String title,
        String kind,
        String question,
        List<String> reasons,
        List<String> choices,
        Instant askedAt,
        @Nullable Instant deadline,
        int reminders,
        @Nullable String escalatedTo,
        @Nullable BigDecimal costUsd,
        long unpriced) {
    public OpenQuestionRow {
        reasons = List.copyOf(reasons);
        choices = List.copyOf(choices);
    }
}
