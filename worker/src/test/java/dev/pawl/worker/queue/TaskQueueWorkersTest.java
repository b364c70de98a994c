package dev.pawl.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.worker.config.HostId;
import dev.pawl.worker.config.PawlProperties;
import io.temporal.client.WorkflowClient;
import io.temporal.common.SimplePlugin;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The effect of each property of the queues. */
class TaskQueueWorkersTest {
    private static final Map<String, Object> VALUES = Map.of(
            "pawl.worker.slots", 11,
            "pawl.checks.slots", 12,
            "pawl.agents.slots", 13,
            "pawl.judge.slots", 14,
            "pawl.judge.rate-per-second", 0.5,
            "pawl.worker.deadlock", "7s",
            "pawl.worker.heartbeat", "1s");

    @Test
    void slotsBoundEachQueueAndTheJudgesHasARate() {
        Map<String, WorkerOptions> workers = registered();
        assertThat(workers)
                .containsOnlyKeys(
                        "pawl-tasks", "pawl-host-h1", "pawl-host-h1-agents", "pawl-host-h1-presence", "pawl-judge");
        assertThat(slots(workers, "pawl-tasks")).isEqualTo(11);
        assertThat(slots(workers, "pawl-host-h1")).isEqualTo(12);
        assertThat(slots(workers, "pawl-host-h1-agents")).isEqualTo(13);
        assertThat(slots(workers, "pawl-judge")).isEqualTo(14);
        assertThat(workers.get("pawl-judge"))
                .isNotNull()
                .satisfies(judge ->
                        assertThat(judge.getMaxTaskQueueActivitiesPerSecond()).isEqualTo(0.5));
    }

    @Test
    void heartbeatsAndTheDeadlockTimeAreSetOnEveryQueue() {
        assertThat(registered().values()).allSatisfy(options -> {
            assertThat(options.getDefaultDeadlockDetectionTimeout()).isEqualTo(7_000);
            assertThat(options.getMaxHeartbeatThrottleInterval()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    private static int slots(Map<String, WorkerOptions> workers, String queue) {
        WorkerOptions options = workers.get(queue);
        assertThat(options).as(queue).isNotNull();
        return options.getMaxConcurrentActivityExecutionSize();
    }

    /** Nothing connects: the factory is never started. */
    private static Map<String, WorkerOptions> registered() {
        Map<String, WorkerOptions> seen = new TreeMap<>();
        SimplePlugin see = new SimplePlugin("see") {
            @Override
            public void configureWorker(String taskQueue, WorkerOptions.Builder builder) {
                seen.put(taskQueue, builder.build());
            }
        };
        PawlProperties properties =
                new Binder(new MapConfigurationPropertySource(VALUES)).bindOrCreate("pawl", PawlProperties.class);
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:1")
                .build());
        try {
            WorkerFactory factory = WorkerFactory.newInstance(
                    WorkflowClient.newInstance(stubs),
                    WorkerFactoryOptions.newBuilder().setPlugins(see).build());
            new TaskQueueWorkers(properties, new HostId("h1"), UncalledActivities.all()).register(factory);
        } finally {
            stubs.shutdownNow();
        }
        return seen;
    }
}
