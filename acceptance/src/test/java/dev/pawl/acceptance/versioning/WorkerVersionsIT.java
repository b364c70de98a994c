package dev.pawl.acceptance.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.Engine;
import dev.pawl.acceptance.stack.EngineCommandLine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.worker.PawlWorker;
import dev.pawl.worker.WorkerDefaults;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.VersioningBehavior;
import io.temporal.api.workflow.v1.WorkflowExecutionVersioningInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A new build is deployed while a task runs, with the commands of the guide. */
class WorkerVersionsIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final LocalStack stack =
            LocalStack.started(Map.of("PAWL_VERSIONING_ENABLED", "true", "PAWL_VERSIONING_BUILDID", "one"));
    private final Tasks tasks = new Tasks(stack);
    private final EngineCommandLine engine = new EngineCommandLine(stack);

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void aRunningTaskStaysWithItsBuildAndANewTaskGoesToTheNewOne(@TempDir Path provider, @TempDir Path home)
            throws IOException {
        makeCurrent("one");
        String old = tasks.submit(busyUntilServed(provider));
        Awaitility.await("its agent").atMost(SOON).until(() -> Tasks.processesOf(old));

        try (ConfigurableApplicationContext second = worker(home)) {
            assertThat(second.isRunning()).isTrue();
            makeCurrent("two");
            Task young = tasks.run(Tasks.calculator("calculator"));
            assertThat(young.getStatus()).as(young.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
            assertVersion(young.getId(), "two");
            assertThat(tasks.get(old).hasFinishedAt()).isFalse();

            Files.createFile(provider.resolve("serve"));
            Task ended = tasks.finished(old);
            assertThat(ended.getStatus()).as(ended.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
            assertThat(ended.getSessionsList()).hasSize(1);
            assertVersion(old, "one");
        }
    }

    /** As soon as the engine knows its workers. */
    private void makeCurrent(String build) {
        Awaitility.await("the engine knows build " + build)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> engine.run(
                                "worker",
                                "deployment",
                                "set-current-version",
                                "--deployment-name",
                                "pawl",
                                "--build-id",
                                build,
                                "--ignore-missing-task-queues",
                                "--yes")
                        == 0);
    }

    private void assertVersion(String taskId, String build) {
        try (Engine api = new Engine(stack)) {
            WorkflowExecutionVersioningInfo version = api.client()
                    .getWorkflowServiceStubs()
                    .blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace("default")
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(taskId))
                            .build())
                    .getWorkflowExecutionInfo()
                    .getVersioningInfo();
            assertThat(version.getDeploymentVersion().getBuildId()).isEqualTo(build);
            assertThat(version.getBehavior()).isEqualTo(VersioningBehavior.VERSIONING_BEHAVIOR_PINNED);
        }
    }

    /** Another host with the next build, sharing database, engine and content store with the first. */
    private ConfigurableApplicationContext worker(Path home) throws IOException {
        Files.createSymbolicLink(home.resolve("content"), stack.home().resolve("content"));
        SpringApplication application = new SpringApplication(PawlWorker.class);
        application.setDefaultProperties(WorkerDefaults.properties());
        return application.run(
                "--pawl.home=" + home,
                "--pawl.host.id=second",
                "--pawl.versioning.enabled=true",
                "--pawl.versioning.build-id=two",
                "--server.port=0",
                // The class path of these tests has it too.
                "--spring.autoconfigure.exclude=dev.pawl.gateway.GatewayAutoConfiguration",
                "--spring.grpc.server.port=0",
                "--TEMPORAL_CONFIG_FILE=" + stack.engineConfiguration(),
                "--spring.datasource.url=" + stack.databaseUrl(),
                "--spring.datasource.username=pawl",
                "--spring.datasource.password=" + stack.databasePassword());
    }

    private static TaskSpec.Builder busyUntilServed(Path provider) throws IOException {
        Files.writeString(provider.resolve("opens-at"), "0");
        TaskSpec.Builder task = Tasks.calculator("limited");
        task.getAgentBuilder().addCommand(provider.toString());
        return task;
    }
}
