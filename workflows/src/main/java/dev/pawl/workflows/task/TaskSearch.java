package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.task.search.TaskSearchAttributes;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Workflow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets those of the task's search attributes that its registration lists: the engine fails a workflow task that sets an
 * unknown one.
 */
final class TaskSearch {
    private final TaskState state;

    TaskSearch(TaskState state) {
        this.state = state;
    }

    void started(TaskRequest request) {
        Updates updates = new Updates(state.registration);
        updates.set(TaskSearchAttributes.STATUS, TaskStatus.RUNNING.wire());
        updates.set(TaskSearchAttributes.AGENT, request.agent().called());
        if (!request.labels().isEmpty()) {
            updates.set(TaskSearchAttributes.LABELS, request.labels());
        }
        String source = request.workspace().source();
        if (source != null) {
            updates.set(TaskSearchAttributes.REPOSITORY, lastSegment(source));
        }
        updates.upsert();
    }

    void agent(AgentSpec working) {
        Updates updates = new Updates(state.registration);
        updates.set(TaskSearchAttributes.AGENT, working.called());
        updates.upsert();
    }

    void status(TaskStatus status) {
        Updates updates = new Updates(state.registration);
        updates.set(TaskSearchAttributes.STATUS, status.wire());
        updates.upsert();
    }

    void iteration() {
        Updates updates = new Updates(state.registration);
        updates.set(TaskSearchAttributes.ITERATION, (long) state.iteration);
        updates.set(TaskSearchAttributes.SCORE, state.score);
        BigDecimal costUsd = state.spent.costUsd();
        if (costUsd != null) {
            updates.set(TaskSearchAttributes.COST_USD, costUsd.doubleValue());
        }
        updates.upsert();
    }

    /** The directory's last segment: enough to search for, without a path of the machine. */
    private static String lastSegment(String source) {
        String trimmed = source.replaceAll("/+$", "");
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static final class Updates {
        private final List<String> known;
        private final List<SearchAttributeUpdate<?>> updates = new ArrayList<>();

        /** @param registration absent if the task ended before it was registered */
        Updates(@Nullable Registration registration) {
            known = registration == null ? List.of() : registration.searchAttributes();
        }

        <T> void set(SearchAttributeKey<T> key, T value) {
            if (known.contains(key.getName())) {
                updates.add(key.valueSet(value));
            }
        }

        void upsert() {
            if (!updates.isEmpty()) {
                Workflow.upsertTypedSearchAttributes(updates.toArray(new SearchAttributeUpdate<?>[0]));
            }
        }
    }
}
