package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.task.search.TaskSearchAttributes;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets those of the search attributes that the plan's registration lists: the engine refuses a workflow that sets an
 * unknown one.
 */
final class PlanSearch {
    private final PlanState state;

    PlanSearch(PlanState state) {
        this.state = state;
    }

    void started() {
        PlanRequest request = state.terms();
        List<SearchAttributeUpdate<?>> updates = new ArrayList<>();
        add(updates, TaskSearchAttributes.STATUS, state.status.wire());
        add(updates, TaskSearchAttributes.PLAN, Workflow.getInfo().getWorkflowId());
        if (!request.labels().isEmpty()) {
            add(updates, TaskSearchAttributes.LABELS, request.labels());
        }
        String source = request.workspace().source();
        if (source != null) {
            String trimmed = source.replaceAll("/+$", "");
            add(updates, TaskSearchAttributes.REPOSITORY, trimmed.substring(trimmed.lastIndexOf('/') + 1));
        }
        upsert(updates);
    }

    void status() {
        List<SearchAttributeUpdate<?>> updates = new ArrayList<>();
        add(updates, TaskSearchAttributes.STATUS, state.status.wire());
        upsert(updates);
    }

    /** Of a task of the plan. */
    SearchAttributes ofTask() {
        return known(TaskSearchAttributes.PLAN)
                ? SearchAttributes.newBuilder()
                        .set(TaskSearchAttributes.PLAN, Workflow.getInfo().getWorkflowId())
                        .build()
                : SearchAttributes.EMPTY;
    }

    private <T> void add(List<SearchAttributeUpdate<?>> updates, SearchAttributeKey<T> key, T value) {
        if (known(key)) {
            updates.add(key.valueSet(value));
        }
    }

    private boolean known(SearchAttributeKey<?> key) {
        return state.registration != null
                && state.registration.searchAttributes().contains(key.getName());
    }

    private static void upsert(List<SearchAttributeUpdate<?>> updates) {
        if (!updates.isEmpty()) {
            Workflow.upsertTypedSearchAttributes(updates.toArray(new SearchAttributeUpdate<?>[0]));
        }
    }
}
