package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static dev.pawl.workflows.task.TaskEngine.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.task.search.TaskSearchAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TaskSearchTest {
    @Test
    void anEngineThatHasAllSearchAttributesGetsThem() {
        assertThat(setBy(TaskSearchAttributes.ALL))
                .contains("PawlStatus", "PawlAgent", "PawlIteration", "PawlScore", "PawlLabels");
    }

    @Test
    void anEngineWithoutSearchAttributesRunsTheTaskAnyway() {
        assertThat(setBy(List.of())).isEmpty();
    }

    @Test
    void onlySearchAttributesThatTheEngineHasAreSet() {
        assertThat(setBy(List.of(TaskSearchAttributes.AGENT, TaskSearchAttributes.SCORE)))
                .containsExactly("PawlAgent", "PawlScore");
    }

    /** Names of the attributes that a task sets which is accepted in its second iteration. */
    private static Set<String> setBy(List<SearchAttributeKey<?>> known) {
        try (TaskEngine engine = new TaskEngine(known)) {
            engine.world.agents.add(run -> report(Ending.FINISHED));
            engine.world.agents.add(run -> report(Ending.FINISHED));
            engine.world.evidence.add(red("t1"));
            engine.world.evidence.add(green("t2"));
            WorkflowStub task = engine.submit("t-1", request());

            assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
            Set<String> set = new TreeSet<>();
            engine.history(task.getExecution()).stream()
                    .filter(HistoryEvent::hasUpsertWorkflowSearchAttributesEventAttributes)
                    .map(event -> event.getUpsertWorkflowSearchAttributesEventAttributes()
                            .getSearchAttributes()
                            .getIndexedFieldsMap())
                    .map(Map::keySet)
                    .forEach(set::addAll);
            return set;
        }
    }
}
