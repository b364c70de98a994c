package dev.pawl.workflows.task;

import dev.pawl.workflows.model.AgentSpec;
import dev.pawl.workflows.model.TaskRequest;
import dev.pawl.workflows.model.TaskStatus;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Workflow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tasks can be searched by in the engine. An engine must know these attributes before the first task. */
public final class TaskSearchAttributes {
    public static final SearchAttributeKey<String> STATUS = SearchAttributeKey.forKeyword("PawlStatus");
    public static final SearchAttributeKey<String> AGENT = SearchAttributeKey.forKeyword("PawlAgent");
    public static final SearchAttributeKey<String> PLAN = SearchAttributeKey.forKeyword("PawlPlan");
    public static final SearchAttributeKey<String> REPOSITORY = SearchAttributeKey.forKeyword("PawlRepository");
    public static final SearchAttributeKey<List<String>> LABELS = SearchAttributeKey.forKeywordList("PawlLabels");
    public static final SearchAttributeKey<Long> ITERATION = SearchAttributeKey.forLong("PawlIteration");
    public static final SearchAttributeKey<Double> SCORE = SearchAttributeKey.forDouble("PawlScore");
    public static final SearchAttributeKey<Double> COST_USD = SearchAttributeKey.forDouble("PawlCostUsd");

    /** All of them, for registration with an engine. */
    public static final List<SearchAttributeKey<?>> ALL =
            List.of(STATUS, AGENT, PLAN, REPOSITORY, LABELS, ITERATION, SCORE, COST_USD);

    private TaskSearchAttributes() {}

    static void started(TaskRequest request) {
        List<SearchAttributeUpdate<?>> updates = new ArrayList<>();
        updates.add(STATUS.valueSet(TaskStatus.RUNNING.wire()));
        updates.add(AGENT.valueSet(request.agent().called()));
        if (!request.labels().isEmpty()) {
            updates.add(LABELS.valueSet(request.labels()));
        }
        String source = request.workspace().source();
        if (source != null) {
            updates.add(REPOSITORY.valueSet(lastSegment(source)));
        }
        upsert(updates);
    }

    static void agent(AgentSpec working) {
        upsert(List.of(AGENT.valueSet(working.called())));
    }

    static void status(TaskStatus status) {
        upsert(List.of(STATUS.valueSet(status.wire())));
    }

    static void iteration(int iteration, double score, @Nullable BigDecimal costUsd) {
        List<SearchAttributeUpdate<?>> updates = new ArrayList<>();
        updates.add(ITERATION.valueSet((long) iteration));
        updates.add(SCORE.valueSet(score));
        if (costUsd != null) {
            updates.add(COST_USD.valueSet(costUsd.doubleValue()));
        }
        upsert(updates);
    }

    private static void upsert(List<SearchAttributeUpdate<?>> updates) {
        Workflow.upsertTypedSearchAttributes(updates.toArray(new SearchAttributeUpdate<?>[0]));
    }

    /** The directory's own name: enough to find it by, and no path of a machine. */
    private static String lastSegment(String source) {
        String trimmed = source.replaceAll("/+$", "");
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }
}
