package dev.pawl.workflows.activity.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param account the account of the task's agent
 * @param at the current time of the engine
 * @param overBudget whether a person allowed the task to exceed the account's budget
 * @param model of the task's agent; absent means the agent's default
 */
public record AskAdmission(
        String taskId,
        String account,
        Instant at,
        boolean overBudget,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String model) {
    /** Of an agent with its default model. */
    public AskAdmission(String taskId, String account, Instant at, boolean overBudget) {
        this(taskId, account, at, overBudget, null);
    }
}
