package dev.pawl.workflows.model.plan;

/**
 * What a plan signals to a running task.
 *
 * @param text guidance or a reason; may be empty unless guidance
 * @param by the person who said it
 */
public record FromPlan(PlanWord word, String text, String by) {
    /** Name of the signal to the task. */
    public static final String SIGNAL = "fromPlan";
}
