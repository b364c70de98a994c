package dev.pawl.workflows.model.plan;

/**
 * The place of a task in a plan.
 *
 * @param attempt of the package, from 1
 * @param hostId the host with the plan's integration repository, on which the task works
 */
public record PlanMember(String planId, String packageId, int attempt, String hostId) {
    /** The id of the attempt's task. No two attempts of a plan have the same. */
    public String taskId() {
        return "%s.%s.%d".formatted(planId, packageId, attempt);
    }
}
