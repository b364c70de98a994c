package dev.pawl.workflows.activity.agent;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param startSnapshot what the workspace holds when the iteration starts
 * @param turns of one session, its lost attempts included; absent means the agent's default
 * @param time limit of the task for agents; a session gets what its sessions so far, lost attempts too, leave of it
 * @param budgetUsd of the task, in the same way; absent means no budget
 * @param tokens limit of the task, in the same way; absent means no limit
 * @param overBudget whether a person let the task go on over the budget of its provider's account
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
