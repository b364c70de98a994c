package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.model.request.Prompt;
import io.temporal.activity.ActivityInterface;

/** Short, idempotent bookkeeping of plans in the database, for people and other services. */
@ActivityInterface(namePrefix = "Plan")
public interface PlanActivities {
    /** Creates the plan's rows, whoever started the workflow, and chooses the host of its integration repository. */
    Registration register(RegisterPlan input);

    /** Renders the prompt of an attempt: the package's own, what people said, and why the attempt before failed. */
    Prompt brief(BriefAttempt input);

    /** Stores the plan's progress and the packages that changed. */
    void record(RecordProgress input);

    /** Returns what the plan's tasks have spent. */
    PlanSpent spent(AskSpent input);

    /** Returns those of the tasks that have ended, for a plan that did not hear of it. */
    EndedTasks ended(AskEnded input);

    /** Stores the plan's outcome. */
    void finish(FinishPlan input);
}
