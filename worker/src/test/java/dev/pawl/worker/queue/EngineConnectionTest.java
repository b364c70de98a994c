package dev.pawl.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.host.output.OutputSink;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSpec;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.ProcessWatch;
import dev.pawl.host.process.WorkerStoppedException;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineConnectionTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance();
    private final SlowStep step = new SlowStep();
    private final ProcessSupervisor processes = new ProcessSupervisor(Isolation.processTree());

    @BeforeEach
    void register() {
        // A thread of the test server may close a long poll twice, which does not concern this test.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Worker worker = engine.getWorkerFactory().newWorker("queue");
        worker.registerWorkflowImplementationTypes(SlowWorkflow.class);
        worker.registerActivitiesImplementations(step);
    }

    @AfterEach
    void close() {
        step.finish.countDown();
        engine.close();
    }

    @Test
    void aDrainLetsRunningActivitiesFinish() throws Exception {
        EngineConnection connection = connected(SOON, SOON);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(connection::stop);
        Awaitility.await().atMost(SOON).until(() -> connection.state() == EngineConnection.State.STOPPING);

        step.finish.countDown();

        stopped.get(20, TimeUnit.SECONDS);
        assertThat(step.end.get(1, TimeUnit.SECONDS)).isEqualTo("finished");
        assertThat(connection.state()).isEqualTo(EngineConnection.State.STOPPED);
    }

    @Test
    void afterTheDrainProcessesAreEndedAndWaitedFor() throws Exception {
        EngineConnection connection = connected(Duration.ofMillis(100), SOON);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(connection::stop);

        assertThatThrownBy(() -> processes.run(sleep(), new Silence(), ProcessWatch.NONE))
                .isInstanceOf(WorkerStoppedException.class);
        step.finish.countDown();

        stopped.get(20, TimeUnit.SECONDS);
        assertThat(processes.draining()).isTrue();
        assertThat(step.end.get(1, TimeUnit.SECONDS)).isEqualTo("finished");
    }

    @Test
    void activitiesThatRunAfterTheGraceAreInterruptedAndAwaited() throws Exception {
        EngineConnection connection = connected(Duration.ofMillis(100), Duration.ofMillis(100));

        connection.stop();

        assertThat(step.end.get(1, TimeUnit.SECONDS)).isEqualTo("interrupted");
        assertThat(connection.state()).isEqualTo(EngineConnection.State.STOPPED);
    }

    private static final class Silence implements OutputSink {
        @Override
        public void stdout(byte[] chunk, int length) {
            // Logs nothing.
        }

        @Override
        public void stderr(byte[] chunk, int length) {
            // Logs nothing.
        }
    }

    private static ProcessSpec sleep() {
        Duration minute = Duration.ofMinutes(1);
        return new ProcessSpec(
                List.of("/bin/sh", "-c", "sleep 60"),
                Path.of("/"),
                Map.of(),
                null,
                "drain/" + UUID.randomUUID(),
                minute,
                minute,
                Duration.ZERO);
    }

    private EngineConnection connected(Duration drain, Duration grace) throws InterruptedException {
        EngineConnection connection =
                new EngineConnection(engine.getWorkerFactory(), () -> {}, processes, drain, grace);
        connection.start();
        Awaitility.await().atMost(SOON).until(() -> connection.state() == EngineConnection.State.CONNECTED);
        WorkflowClient.start(engine.getWorkflowClient()
                .newWorkflowStub(
                        Slow.class,
                        WorkflowOptions.newBuilder().setTaskQueue("queue").build())::run);
        assertThat(step.begun.await(20, TimeUnit.SECONDS)).isTrue();
        return connection;
    }

    @WorkflowInterface
    public interface Slow {
        @WorkflowMethod
        void run();
    }

    public static final class SlowWorkflow implements Slow {
        @Override
        public void run() {
            Workflow.newActivityStub(
                            Step.class,
                            ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofMinutes(5))
                                    .build())
                    .step();
        }
    }

    @ActivityInterface
    public interface Step {
        void step();
    }

    private static final class SlowStep implements Step {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch finish = new CountDownLatch(1);
        private final CompletableFuture<String> end = new CompletableFuture<>();

        @Override
        public void step() {
            begun.countDown();
            try {
                finish.await();
                end.complete("finished");
            } catch (InterruptedException e) {
                end.complete("interrupted");
            }
        }
    }
}
