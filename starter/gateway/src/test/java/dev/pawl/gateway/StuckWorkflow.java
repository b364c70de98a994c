package dev.pawl.gateway;

import dev.pawl.workflows.task.state.TaskInput;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.converter.EncodedValues;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** A task that gets stuck as its title says. */
public final class StuckWorkflow implements DynamicWorkflow {
    static final String UNKNOWN_ATTRIBUTE = "sets a search attribute that its engine does not have";
    static final String FAILING_STEP = "has a step that fails";
    static final String WAITING = "waits as it should";

    @Override
    public Object execute(EncodedValues arguments) {
        TaskInput input = arguments.get(0, TaskInput.class);
        FakeTaskActivities steps = Workflow.newActivityStub(
                FakeTaskActivities.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(10))
                        .setRetryOptions(RetryOptions.newBuilder()
                                .setInitialInterval(Duration.ofSeconds(30))
                                .build())
                        .build());
        steps.register(Workflow.getInfo().getWorkflowId(), Workflow.getInfo().getRunId(), input.request());
        switch (input.request().title()) {
            case UNKNOWN_ATTRIBUTE ->
                Workflow.upsertTypedSearchAttributes(
                        SearchAttributeKey.forKeyword("PawlStatus").valueSet("running"));
            case FAILING_STEP -> steps.finish("no such task", "failed", "");
            default -> {}
        }
        Workflow.await(() -> false);
        return "";
    }
}
