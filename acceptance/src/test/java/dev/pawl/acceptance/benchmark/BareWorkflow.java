package dev.pawl.acceptance.benchmark;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The minimal cost of Temporal: a workflow of three empty activities, on Pawl's engine. */
final class BareWorkflow implements AutoCloseable {
    private static final String QUEUE = "benchmark-bare";

    private final WorkflowServiceStubs service;
    private final WorkerFactory workers;
    private final WorkflowClient client;

    BareWorkflow(WorkflowServiceStubsOptions engine) {
        service = WorkflowServiceStubs.newServiceStubs(engine);
        client = WorkflowClient.newInstance(service);
        workers = WorkerFactory.newInstance(client);
        Worker worker = workers.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(Impl.class);
        worker.registerActivitiesImplementations((Step) () -> {});
        workers.start();
    }

    void run() {
        client.newWorkflowStub(
                        ThreeSteps.class,
                        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build())
                .run();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        service.shutdownNow();
    }

    /** Public for the SDK. */
    @WorkflowInterface
    public interface ThreeSteps {
        @WorkflowMethod
        void run();
    }

    /** Public for the SDK. */
    @ActivityInterface
    public interface Step {
        void nothing();
    }

    /** Public for the SDK. */
    public static final class Impl implements ThreeSteps {
        private final Step step = Workflow.newActivityStub(
                Step.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(10))
                        .build());

        @Override
        public void run() {
            step.nothing();
            step.nothing();
            step.nothing();
        }
    }
}
