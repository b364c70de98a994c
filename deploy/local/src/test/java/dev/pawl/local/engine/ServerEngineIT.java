package dev.pawl.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.Ports;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as a process, and databases and certificates of its past. */
class ServerEngineIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path BUILD =
            Path.of("../engine/build").toAbsolutePath().normalize();
    private static final SearchAttributeKey<String> STATUS = SearchAttributeKey.forKeyword("PawlStatus");

    private final LocalHome home;
    private final Ports ports;
    private final ServerEngine engine;

    ServerEngineIT(@TempDir Path directory) throws IOException {
        home = LocalHome.open(directory.resolve("it's here"));
        ports = Ports.choose(home.ports(), false);
        engine = new ServerEngine(Path.of(output("--path")), home);
    }

    @AfterEach
    void end() throws IOException {
        engine.stop();
    }

    @Test
    void clientsReconnectAfterTheCertificatesWereReplaced() throws IOException {
        engine.recover();
        engine.start(ports);
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(engine.connection());
        try {
            Awaitility.await().atMost(SOON).until(() -> answers(stubs));

            ProcessHandle.of(Objects.requireNonNull(engine.state().pid()))
                    .orElseThrow()
                    .destroyForcibly();
            Awaitility.await().atMost(SOON).until(() -> !engine.alive());
            FileUtils.deleteDirectory(home.part("engine").resolve("tls").toFile());
            engine.recover();
            engine.start(ports);

            Awaitility.await().atMost(SOON).until(() -> answers(stubs));
        } finally {
            stubs.shutdownNow();
        }
    }

    @Test
    void aDatabaseOfADevelopmentServerKeepsItsWorkflowsAttributesAndSchedules() throws Exception {
        Path development = Path.of(output("--cli", "--path"));
        assumeTrue(Files.isExecutable(development), "built by build/test-tools");
        String database = home.part("engine").resolve("temporal.db").toString();
        List<String> command = List.of(
                development.toString(),
                "server",
                "start-dev",
                "--headless",
                "--port",
                Integer.toString(ports.engine()),
                "--db-filename",
                database,
                "--search-attribute",
                "PawlStatus=Keyword");
        Process before = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            with(
                    WorkflowServiceStubsOptions.newBuilder()
                            .setTarget("127.0.0.1:" + ports.engine())
                            .build(),
                    ServerEngineIT::fill);
        } finally {
            before.destroy();
            before.waitFor(30, TimeUnit.SECONDS);
        }

        engine.recover();
        engine.start(ports);

        with(engine.connection(), stubs -> {
            WorkflowClient client = WorkflowClient.newInstance(stubs);
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(client.listExecutions("PawlStatus = 'waiting'"))
                            .singleElement()
                            .satisfies(found -> assertThat(found.getExecution().getWorkflowId())
                                    .isEqualTo("old")));
            assertThat(ScheduleClient.newInstance(stubs)
                            .getHandle("every-day")
                            .describe()
                            .getId())
                    .isEqualTo("every-day");
        });
    }

    private static void fill(WorkflowServiceStubs stubs) {
        WorkflowClient.newInstance(stubs)
                .newUntypedWorkflowStub(
                        "Any",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("old")
                                .setTaskQueue("nobody")
                                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                                        .set(STATUS, "waiting")
                                        .build())
                                .build())
                .start();
        ScheduleClient.newInstance(stubs)
                .createSchedule(
                        "every-day",
                        Schedule.newBuilder()
                                .setAction(ScheduleActionStartWorkflow.newBuilder()
                                        .setWorkflowType("Any")
                                        .setOptions(WorkflowOptions.newBuilder()
                                                .setWorkflowId("daily")
                                                .setTaskQueue("nobody")
                                                .build())
                                        .build())
                                .setSpec(ScheduleSpec.newBuilder().build())
                                .build(),
                        ScheduleOptions.newBuilder().build());
    }

    private interface Use {
        void of(WorkflowServiceStubs stubs);
    }

    /** As soon as the engine answers. */
    private static void with(WorkflowServiceStubsOptions connection, Use use) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(connection);
        try {
            Awaitility.await().atMost(SOON).until(() -> answers(stubs));
            use.of(stubs);
        } finally {
            stubs.shutdownNow();
        }
    }

    private static boolean answers(WorkflowServiceStubs stubs) {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(2, TimeUnit.SECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private static String output(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(BUILD.toString());
        builder.command().addAll(List.of(arguments));
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
