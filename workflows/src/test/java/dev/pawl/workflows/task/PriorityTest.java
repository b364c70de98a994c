package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.request.DeliverMode;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a busy host does first. The key is 1 to 5, first to last; 0 stands for the default, 3. */
class PriorityTest {
    @Test
    void aHostPreparesATaskAfterTheStepsOfThoseThatHaveBegun() {
        Map<String, Integer> keys = new TreeMap<>();
        try (TaskEngine engine = new TaskEngine()) {
            engine.world.agents.add(input -> report(Ending.FINISHED));
            engine.world.evidence.add(green("t1"));
            WorkflowStub task = engine.submit("t-1", Samples.delivering(request(), DeliverMode.APPLY));
            TaskEngine.outcome(task);
            engine.history(task.getExecution()).stream()
                    .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                    .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
                    .forEach(step -> keys.put(step.getActivityType().getName(), key(step)));
        }

        assertThat(keys)
                .containsEntry("Prepare", 4)
                .containsEntry("RunAgent", 0)
                .containsEntry("Assess", 0)
                .containsEntry("Deliver", 0)
                .containsEntry("Release", 0);
    }

    private static int key(ActivityTaskScheduledEventAttributes step) {
        return step.getPriority().getPriorityKey();
    }
}
