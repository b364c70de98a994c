package dev.pawl.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.NewTask;
import dev.pawl.db.task.TaskRow;
import dev.pawl.db.task.Tasks;
import dev.pawl.worker.config.HostId;
import dev.pawl.worker.http.MetricsToken;
import io.temporal.testserver.TestServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The worker as deployed, on a real database, from before the engine is up until its shutdown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PawlWorkerIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int enginePort = freePort();
    private final int healthPort = freePort();
    private final EmbeddedPostgres database = EmbeddedPostgres.start();
    private TestServer.@Nullable PortBoundTestServer engine;
    private @Nullable ConfigurableApplicationContext worker;
    private String token = "";

    PawlWorkerIT() throws IOException {}

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        SpringApplication application = new SpringApplication(PawlWorker.class);
        application.setDefaultProperties(WorkerDefaults.properties());
        worker = application.run(
                "--pawl.home=" + home,
                "--pawl.host.id=h1",
                "--pawl.reaper.period=200ms",
                "--pawl.worker.drain=1s",
                "--server.port=" + healthPort,
                "--spring.temporal.connection.target=127.0.0.1:" + enginePort,
                "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"));
        token = Files.readString(MetricsToken.file(home));
    }

    @AfterAll
    void end() throws IOException {
        worker().close();
        if (engine != null) {
            engine.close();
        }
        database.close();
    }

    @Test
    @Order(1)
    void withoutAnEngineItIsAliveAndNotReady() {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/actuator/health/readiness");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"database\":true", "\"engine\":false", "\"connection\":\"connecting\"");
    }

    @Test
    @Order(1)
    void withoutTheTokenOnlyLivenessAnswersAndSaysNothingElse() {
        assertThat(get("/actuator/health/liveness", "").body()).isEqualTo("{\"status\":\"UP\"}");
        for (String path : List.of(
                "/", "/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/prometheus", "/error")) {
            HttpResponse<String> refused = get(path, "guess");
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.body()).contains("metrics-token").doesNotContain("status");
        }
    }

    @Test
    @Order(2)
    void itConnectsByItselfOnceAnEngineIsAvailable() {
        // A thread of the test server may close a long poll twice, which does not concern this test.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        engine = TestServer.createPortBoundServer(enginePort, true);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    @Order(3)
    void metricsOfWorkerDatabaseAndEngineAreForPrometheus() {
        // The SDK reports every ten seconds.
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                        .contains("temporal_worker_start_total", "hikaricp_connections", "jvm_memory_used_bytes"));
    }

    @Test
    @Order(4)
    void aTaskWhoseWorkflowIsGoneIsClosedWithItsSession() {
        Tasks tasks = worker().getBean(Tasks.class);
        Sessions sessions = worker().getBean(Sessions.class);
        tasks.register(new NewTask(
                "lost", "run", "", "Lost", "command", null, null, "isolated", hostId(), "{}", null, List.of()));
        sessions.open(new NewSession(UUID.randomUUID(), "lost", 1, 1, "command", null, hostId(), "lost/1"));

        Awaitility.await()
                .atMost(SOON)
                .until(() -> tasks.find("lost").map(TaskRow::status).equals(Optional.of("failed")));

        assertThat(tasks.find("lost"))
                .map(TaskRow::reason)
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("the engine lost its workflow"));
        assertThat(sessions.list("lost")).singleElement().satisfies(session -> {
            assertThat(session.status()).isEqualTo("abandoned");
            assertThat(session.endedAt()).isNotNull();
        });
    }

    @Test
    @Order(5)
    void noAnswerIsHealthyOnceShutdownHasBegun() throws Exception {
        List<Integer> answers = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(worker()::close);
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> {
            answers.add(statusOrGone("/actuator/health/readiness"));
            answers.add(statusOrGone("/actuator/health/liveness"));
            return closed.isDone();
        });
        closed.get(1, TimeUnit.SECONDS);
        assertThat(answers.subList(Math.max(0, answers.indexOf(503)), answers.size()))
                .doesNotContain(200);
    }

    private ConfigurableApplicationContext worker() {
        return Objects.requireNonNull(worker);
    }

    private String hostId() {
        return worker().getBean(HostId.class).value();
    }

    private int statusOrGone(String path) {
        try {
            return get(path).statusCode();
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    private HttpResponse<String> get(String path) {
        return get(path, token);
    }

    private HttpResponse<String> get(String path, String sent) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + healthPort + path))
                .header("Authorization", "Bearer " + sent)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("nobody answers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
