package dev.pawl.workflows.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.codec.MemoryClaims;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.task.search.TaskSearchAttributes;
import dev.pawl.workflows.task.state.TaskInput;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The task workflow with scripted activities on an engine that skips time. */
final class TaskEngine implements AutoCloseable {
    private static final WorkerOptions PROMPT_CANCEL = WorkerOptions.newBuilder()
            .setMaxHeartbeatThrottleInterval(Duration.ofMillis(100))
            .setDefaultHeartbeatThrottleInterval(Duration.ofMillis(100))
            .build();

    final FakeWorld world = new FakeWorld();
    final MemoryClaims claims = new MemoryClaims();
    private final TestWorkflowEnvironment engine;
    private final List<WorkerFactory> started = new ArrayList<>();

    TaskEngine() {
        this(TaskSearchAttributes.ALL);
    }

    TaskEngine(Class<? extends TaskWorkflow> workflow) {
        this(TaskSearchAttributes.ALL, workflow);
    }

    /** @param searchAttributes those the engine has */
    TaskEngine(List<SearchAttributeKey<?>> searchAttributes) {
        this(searchAttributes, TaskWorkflowImpl.class);
    }

    private TaskEngine(List<SearchAttributeKey<?>> searchAttributes, Class<? extends TaskWorkflow> workflow) {
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PawlDataConverter.create(claims))
                        .build());
        for (SearchAttributeKey<?> key : searchAttributes) {
            world.searchAttributes.add(key.getName());
            options.registerSearchAttribute(key.getName(), key.getValueType());
        }
        engine = TestWorkflowEnvironment.newInstance(options.build());
        engine.newWorker(TaskQueues.TASKS).registerWorkflowImplementationTypes(workflow);
        engine.getWorkerFactory().getWorker(TaskQueues.TASKS).registerActivitiesImplementations(world);
        serve(
                engine.getWorkerFactory(),
                TaskQueues.JUDGE,
                TaskQueues.host(FakeWorld.HOST),
                TaskQueues.agents(FakeWorld.HOST),
                TaskQueues.presence(FakeWorld.HOST),
                TaskQueues.host(FakeWorld.BUSY),
                TaskQueues.presence(FakeWorld.BUSY),
                TaskQueues.host(FakeWorld.SILENT),
                TaskQueues.agents(FakeWorld.SILENT));
        engine.start();
    }

    private void serve(WorkerFactory workers, String... queues) {
        for (String queue : queues) {
            workers.newWorker(queue, PROMPT_CANCEL).registerActivitiesImplementations(world);
        }
    }

    /** Starts a worker for a host that had none. */
    void start(String host) {
        WorkerFactory workers = WorkerFactory.newInstance(engine.getWorkflowClient());
        serve(workers, TaskQueues.host(host), TaskQueues.agents(host), TaskQueues.presence(host));
        workers.start();
        started.add(workers);
    }

    /** Gives the host slots for agents from now on. */
    void startAgents(String host) {
        WorkerFactory workers = WorkerFactory.newInstance(engine.getWorkflowClient());
        serve(workers, TaskQueues.agents(host));
        workers.start();
        started.add(workers);
    }

    WorkflowStub submit(String taskId, TaskRequest request) {
        TaskWorkflow task = engine.getWorkflowClient()
                .newWorkflowStub(
                        TaskWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(taskId)
                                .setTaskQueue(TaskQueues.TASKS)
                                .build());
        WorkflowClient.start(task::run, TaskInput.first(request));
        return WorkflowStub.fromTyped(task);
    }

    static TaskOutcome outcome(WorkflowStub task) {
        return task.getResult(TaskOutcome.class);
    }

    static void await(BooleanSupplier condition) {
        Instant until = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.onSpinWait();
        }
    }

    static void awaitStatus(WorkflowStub task, TaskStatus status) {
        Instant until = Instant.now().plusSeconds(20);
        while (task.query("view", TaskView.class).status() != status) {
            assertThat(Instant.now()).as("task becomes %s", status.wire()).isBefore(until);
        }
    }

    /** Sleeps in the engine's time. */
    void sleep(Duration time) {
        engine.sleep(time);
    }

    Instant now() {
        return Instant.ofEpochMilli(engine.currentTimeMillis());
    }

    List<HistoryEvent> history(WorkflowExecution run) {
        return engine.getWorkflowClient()
                .fetchHistory(run.getWorkflowId(), run.getRunId())
                .getEvents();
    }

    /** Runs an ended task once more over its history. @throws Exception if it would do something else */
    void replay(WorkflowStub task) throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PawlDataConverter.create(claims))
                        .build())
                .build();
        try (TestWorkflowEnvironment other = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = other.newWorker(TaskQueues.TASKS);
            worker.registerWorkflowImplementationTypes(TaskWorkflowImpl.class);
            WorkflowExecution run = task.getExecution();
            WorkflowReplayer.replayWorkflowExecution(
                    engine.getWorkflowClient().fetchHistory(run.getWorkflowId(), run.getRunId()), worker);
        }
    }

    @Override
    public void close() {
        started.forEach(WorkerFactory::shutdownNow);
        engine.close();
    }
}
