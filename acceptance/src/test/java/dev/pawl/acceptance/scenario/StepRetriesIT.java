package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.acceptance.stack.Engine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.workflows.activity.StepRetries;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.TimeoutFailure;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The retry policy of a step on the real engine: the test engine does not know these failure types. */
@OnSharedStack
class StepRetriesIT {
    private static final String QUEUE = "step-retries-" + UUID.randomUUID();

    private final Engine engine;
    private final WorkflowClient client;
    private final WorkerFactory workers;
    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    StepRetriesIT(LocalStack stack) {
        this.engine = new Engine(stack);
        this.client = engine.client();
        this.workers = WorkerFactory.newInstance(client);
    }

    @AfterEach
    void stop() {
        over.countDown();
        workers.shutdownNow();
        engine.close();
    }

    @Test
    void aStepThatRanOutOfItsTimeIsNotRetried() {
        assertThatThrownBy(() -> run(Duration.ofSeconds(1), Duration.ofMinutes(1)))
                .hasRootCauseInstanceOf(TimeoutFailure.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void aStepThatLostItsWorkerIsRetried() {
        run(Duration.ofMinutes(1), Duration.ofSeconds(1));

        assertThat(attempts).hasValue(2);
    }

    private void run(Duration startToClose, Duration heartbeat) {
        Worker worker = workers.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(Impl.class);
        worker.registerActivitiesImplementations((Step) () -> {
            if (attempts.incrementAndGet() == 1) {
                stands();
            }
        });
        workers.start();
        client.newWorkflowStub(
                        OneStep.class,
                        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build())
                .run(startToClose, heartbeat);
    }

    private void stands() {
        try {
            over.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Public for the SDK. */
    @WorkflowInterface
    public interface OneStep {
        @WorkflowMethod
        void run(Duration startToClose, Duration heartbeat);
    }

    /** Public for the SDK. */
    @ActivityInterface
    public interface Step {
        void stand();
    }

    /** Public for the SDK. */
    public static final class Impl implements OneStep {
        @Override
        public void run(Duration startToClose, Duration heartbeat) {
            Workflow.newActivityStub(
                            Step.class,
                            ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(startToClose)
                                    .setHeartbeatTimeout(heartbeat)
                                    .setRetryOptions(StepRetries.ON_HOST)
                                    .build())
                    .stand();
        }
    }
}
