package dev.pawl.workflows.activity.agent;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param startSnapshot content of the workspace at the start of the iteration
 * @param turns of one session, including its lost attempts; absent means the agent's default
 * @param time the task's limit on agent time; a session gets what earlier sessions, including lost attempts, left of it
 * @param budgetUsd the task's limit on cost, applied in the same way; absent means no limit
 * @param tokens the task's limit on tokens, applied in the same way; absent means no limit
 * @param overBudget whether a person allowed the task to exceed its account's budget
 */
@ClaimChecked
public record RunAgent(
        String taskId,
        int iteration,
        AgentSpec agent,
        WorkspaceSpec workspace,
        ContentRef prompt,
        String startSnapshot,
        @Nullable Integer turns,
        Duration time,
        Duration idle,
        @Nullable BigDecimal budgetUsd,
        @Nullable Long tokens,
        boolean overBudget) {}
