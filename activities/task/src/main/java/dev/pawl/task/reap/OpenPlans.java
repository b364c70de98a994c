package dev.pawl.task.reap;

import dev.pawl.db.plan.PlanResult;
import dev.pawl.db.plan.PlanRow;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;

/** Compares open plans with their workflows. A plan that nothing drives any more ends, and its running tasks with it. */
final class OpenPlans {
    private final ReapRecords records;
    private final PlanWorkflows workflows;
    private final Runnable alive;

    /** @param alive called between plans; throws if the result is no longer wanted */
    OpenPlans(ReapRecords records, PlanWorkflows workflows, Runnable alive) {
        this.records = records;
        this.workflows = workflows;
        this.alive = alive;
    }

    void compare(Findings findings) {
        for (PlanRow plan : records.planReads().open()) {
            alive.run();
            compare(plan, findings);
        }
    }

    private void compare(PlanRow plan, Findings findings) {
        switch (workflows.of(plan)) {
            case EngineAnswer.Running ignored -> {}
            case EngineAnswer.Unsure ignored -> {}
            case EngineAnswer.Completed ignored -> ended(plan, workflows.completed(plan), findings);
            case EngineAnswer.Closed closed -> ended(plan, PlanWorkflows.closed(plan, closed), findings);
            case EngineAnswer.Elsewhere elsewhere ->
                findings.forPerson(
                        InconsistencyKind.PLAN_WITHOUT_WORKFLOW,
                        plan.id(),
                        "the plan is %s, but its workflow is in another engine (namespace id %s)"
                                .formatted(plan.status(), elsewhere.engine()),
                        "start Pawl with that engine to continue the plan");
        }
    }

    private void ended(PlanRow plan, PlanResult result, Findings findings) {
        boolean open = records.planReads()
                .find(plan.id())
                .filter(now -> now.finishedAt() == null)
                .isPresent();
        if (!open) {
            // It ended while the engine was asked.
            return;
        }
        findings.safe(
                InconsistencyKind.PLAN_WITHOUT_WORKFLOW,
                plan.id(),
                "the plan is %s, but %s".formatted(plan.status(), result.reason()),
                "store its outcome, and cancel its tasks",
                () -> end(result));
    }

    /** Tasks first: if a request fails, the plan is still open, and the next round tries again. */
    private void end(PlanResult result) {
        records.planReads().openTasks(result.id()).forEach(workflows::cancel);
        records.plans().close(result);
    }
}
