package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.RecordProgress;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.task.state.Line;
import io.temporal.workflow.Workflow;
import java.util.List;

/** Shows a plan to people while it runs. */
final class PlanDisplay {
    static final int MAX_NOTE = 1_000;

    private final String planId;
    private final PlanState state;
    private final PlanSearch search;

    private String shown = "";

    PlanDisplay(String planId, PlanState state, PlanSearch search) {
        this.planId = planId;
        this.state = state;
        this.search = search;
    }

    /**
     * Publishes what changed in the database, the search attributes and the Web UI.
     *
     * @param doing what the plan does beside its packages; may be empty
     */
    void show(String doing) {
        PlanStatus before = state.status;
        state.status = state.statusNow();
        state.reason = reason(doing);
        if (state.status != before) {
            search.status();
        }
        List<PackageView> changed = state.packages().stream()
                .filter(PackageRun::takeChanged)
                .map(PackageRun::view)
                .toList();
        String now = "%s/%s/%s".formatted(state.status, state.reason, state.head);
        if (changed.isEmpty() && state.revised.isEmpty() && now.equals(shown)) {
            return;
        }
        shown = now;
        RecordProgress progress = new RecordProgress(
                planId,
                state.status,
                state.reason,
                state.question,
                state.head,
                state.base,
                changed,
                List.copyOf(state.revised));
        state.revised.clear();
        PlanSteps.localBookkeeping().record(progress);
        Workflow.setCurrentDetails(PlanDetails.of(planId, state));
    }

    private String reason(String doing) {
        if (state.cancelled != null) {
            return PlanEnd.cancelledBy(state.cancelled);
        }
        if (state.stopping != null) {
            return Line.of("stopping: " + state.stopping.reason(), MAX_NOTE);
        }
        return state.question != null ? Line.of(state.question.question(), MAX_NOTE) : doing;
    }
}
