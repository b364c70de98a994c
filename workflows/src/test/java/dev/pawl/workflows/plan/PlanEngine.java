package dev.pawl.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.codec.MemoryClaims;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.plan.PlanView;
import dev.pawl.workflows.plan.state.PlanInput;
import dev.pawl.workflows.task.search.TaskSearchAttributes;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.History;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** The plan workflow with scripted tasks and activities on an engine that skips time. */
final class PlanEngine implements AutoCloseable {
    final FakePlanBooks books = new FakePlanBooks();
    final FakeIntegration integration = new FakeIntegration();
    private final MemoryClaims claims = new MemoryClaims();
    private final TestWorkflowEnvironment engine;

    PlanEngine() {
        this(PlanWorkflowImpl.class);
    }

    PlanEngine(Class<? extends PlanWorkflow> workflow) {
        ScriptedTask.SCRIPTS.clear();
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PawlDataConverter.create(claims))
                        .build());
        for (SearchAttributeKey<?> key : TaskSearchAttributes.ALL) {
            options.registerSearchAttribute(key.getName(), key.getValueType());
        }
        engine = TestWorkflowEnvironment.newInstance(options.build());
        Worker tasks = engine.newWorker(TaskQueues.TASKS);
        tasks.registerWorkflowImplementationTypes(workflow, ScriptedTask.class);
        tasks.registerActivitiesImplementations(books);
        engine.newWorker(TaskQueues.host(FakePlanBooks.HOST)).registerActivitiesImplementations(integration);
        engine.start();
    }

    static void script(String packageOrAttempt, Duration takes, dev.pawl.workflows.model.outcome.Outcome outcome) {
        ScriptedTask.SCRIPTS.put(packageOrAttempt, new ScriptedTask.Script(takes, outcome));
    }

    WorkflowStub submit(String planId, PlanRequest request) {
        PlanWorkflow plan = engine.getWorkflowClient()
                .newWorkflowStub(
                        PlanWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(planId)
                                .setTaskQueue(TaskQueues.TASKS)
                                .build());
        WorkflowClient.start(plan::run, PlanInput.first(request));
        return WorkflowStub.fromTyped(plan);
    }

    WorkflowStub task(String taskId) {
        return engine.getWorkflowClient().newUntypedWorkflowStub(taskId);
    }

    PlanOutcome run(PlanRequest request) {
        return outcome(submit("p-1", request));
    }

    static PlanOutcome outcome(WorkflowStub plan) {
        return plan.getResult(PlanOutcome.class);
    }

    /** Fails with what the plan shows if it does not end in time. */
    PlanOutcome outcomeWithin(WorkflowStub plan, Duration bound) {
        try {
            return plan.getResult(bound.toSeconds(), TimeUnit.SECONDS, PlanOutcome.class);
        } catch (TimeoutException e) {
            String id = plan.getExecution().getWorkflowId();
            throw new AssertionError("still " + view(engine.getWorkflowClient().newUntypedWorkflowStub(id)), e);
        }
    }

    static PlanView view(WorkflowStub plan) {
        return plan.query("view", PlanView.class);
    }

    static PackageView packageOf(PlanOutcome outcome, String id) {
        return outcome.packages().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static PackageView packageOf(WorkflowStub plan, String id) {
        return view(plan).packages().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static void await(BooleanSupplier condition) {
        Instant until = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.onSpinWait();
        }
    }

    void sleep(Duration time) {
        engine.sleep(time);
    }

    long events(WorkflowStub plan) {
        WorkflowExecution run = plan.getExecution();
        return engine.getWorkflowClient()
                .fetchHistory(run.getWorkflowId(), run.getRunId())
                .getEvents()
                .size();
    }

    /** The histories of the first run and of those that it continued as so far. */
    List<History> runs(WorkflowStub plan) {
        List<History> runs = new ArrayList<>();
        String id = plan.getExecution().getWorkflowId();
        String next = plan.getExecution().getRunId();
        while (!next.isEmpty()) {
            History run = engine.getWorkflowClient().fetchHistory(id, next).getHistory();
            runs.add(run);
            next = run.getEvents(run.getEventsCount() - 1)
                    .getWorkflowExecutionContinuedAsNewEventAttributes()
                    .getNewExecutionRunId();
        }
        return runs;
    }

    /** Runs an ended plan once more over its history. @throws Exception if it would do something else */
    void replay(WorkflowStub plan) throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PawlDataConverter.create(claims))
                        .build())
                .build();
        try (TestWorkflowEnvironment other = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = other.newWorker(TaskQueues.TASKS);
            worker.registerWorkflowImplementationTypes(PlanWorkflowImpl.class);
            WorkflowExecution run = plan.getExecution();
            WorkflowReplayer.replayWorkflowExecution(
                    engine.getWorkflowClient().fetchHistory(run.getWorkflowId(), run.getRunId()), worker);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
