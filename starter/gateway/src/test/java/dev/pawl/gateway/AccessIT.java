package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.EngineKind;
import dev.pawl.api.v1.GetInfoRequest;
import dev.pawl.api.v1.GetInfoResponse;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WatchTaskRequest;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class AccessIT {
    @TempDir
    private Path directory;

    private GatewayUnderTest gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new GatewayUnderTest(
                directory, "--pawl.gateway.registration=100ms", "--pawl.gateway.engine.kind=local");
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
    }

    @Test
    void onlyTheRightTokenLetsInAndHealthNeedsNone() throws IOException {
        for (String token : new String[] {null, "wrong-token", GatewayUnderTest.TOKEN + "x"}) {
            assertThat(refusal(token)).isEqualTo(Status.Code.UNAUTHENTICATED);
        }
        assertThat(refusal(GatewayUnderTest.TOKEN)).isEqualTo(Status.Code.OK);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(health()).isEqualTo(ServingStatus.SERVING));
    }

    @Test
    void theServerDescribesItsDependenciesWithoutCredentials() throws IOException {
        try (PawlClient client = gateway.client()) {
            GetInfoResponse info = client.server().getInfo(GetInfoRequest.getDefaultInstance());
            assertThat(info.getPid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(info.getEngine().getKind()).isEqualTo(EngineKind.ENGINE_KIND_LOCAL);
            assertThat(info.getEngine().getReachable()).isTrue();
            assertThat(info.getEngine().getDurable()).isTrue();
            assertThat(info.getDatabase().getVersion()).startsWith("PostgreSQL");
            assertThat(info.getDatabase().getUrl())
                    .startsWith("jdbc:postgresql://")
                    .doesNotContain("?")
                    .doesNotContain("user");
        }
    }

    @Test
    void aTaskThatNoWorkerTookUpYetIsKnownAsSubmittedAndCanBeWatched() throws IOException {
        try (PawlClient client = gateway.client()) {
            var submitted = client.tasks().submitTask(TaskSpecs.submission(TaskSpecs.valid()));
            assertThat(submitted.getRegistered()).isFalse();
            Task task = client.tasks()
                    .getTask(GetTaskRequest.newBuilder()
                            .setTaskId(submitted.getTaskId())
                            .build())
                    .getTask();
            assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_SUBMITTED);
            assertThat(task.getTitle()).isEqualTo("Calculator");
            assertThat(client.streams()
                            .watchTask(WatchTaskRequest.newBuilder()
                                    .setTaskId(submitted.getTaskId())
                                    .build())
                            .next()
                            .getProgress()
                            .getStatus())
                    .isEqualTo(TaskStatus.TASK_STATUS_SUBMITTED);
        }
    }

    @Test
    void aWatchEndsAtShutdownAndSaysWhereToContinue() throws IOException, InterruptedException {
        new SeededTask("t-open", gateway.rows(), gateway.content()).store();
        AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
        AtomicReference<@Nullable Boolean> heard = new AtomicReference<>();
        try (PawlClient client = gateway.client()) {
            Thread watcher = Thread.startVirtualThread(() -> {
                try {
                    client.streams()
                            .watchTask(WatchTaskRequest.newBuilder()
                                    .setTaskId("t-open")
                                    .build())
                            .forEachRemaining(response -> heard.set(true));
                } catch (StatusRuntimeException e) {
                    end.set(e);
                }
            });
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> heard.get() != null);
            gateway.closeGateway();
            assertThat(watcher.join(Duration.ofSeconds(20))).isTrue();
            assertThat(end.get()).hasMessageContaining("UNAVAILABLE").hasMessageContaining("after sequence 1");
        }
    }

    @Test
    void aSilentEngineIsUnavailableWithinItsTimeAndRowsCanStillBeRead() throws IOException {
        new SeededTask("t-kept", gateway.rows(), gateway.content()).store();
        Path other = Files.createDirectory(directory.resolve("other"));
        try (ConfigurableApplicationContext context = GatewayUnderTest.start(
                        other, gateway.database(), GatewayUnderTest.freePort(), "--pawl.gateway.engine.call=1s");
                PawlClient client = GatewayUnderTest.client(context, other.resolve("token"))) {
            assertThatThrownBy(() -> client.tasks().submitTask(TaskSpecs.submission(TaskSpecs.valid())))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE))
                    .hasMessageContaining("engine at 127.0.0.1");
            assertThat(client.tasks()
                            .getTask(GetTaskRequest.newBuilder()
                                    .setTaskId("t-kept")
                                    .build())
                            .getTask()
                            .getTitle())
                    .isEqualTo("Seeded");
            assertThat(client.server()
                            .getInfo(GetInfoRequest.getDefaultInstance())
                            .getEngine()
                            .getProblem())
                    .contains("does not answer");
        }
    }

    private Status.Code refusal(@Nullable String token) {
        try (PawlClient client = PawlClient.over(channel(), token, Duration.ofSeconds(10))) {
            client.server().getInfo(GetInfoRequest.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private ServingStatus health() {
        ManagedChannel channel = channel();
        try {
            return HealthGrpc.newBlockingStub(channel)
                    .check(HealthCheckRequest.getDefaultInstance())
                    .getStatus();
        } finally {
            channel.shutdownNow();
        }
    }

    private ManagedChannel channel() {
        return Grpc.newChannelBuilderForAddress("127.0.0.1", gateway.port(), InsecureChannelCredentials.create())
                .build();
    }
}
