package dev.pawl.gateway;

import dev.pawl.api.client.Endpoint;
import dev.pawl.api.client.PawlClient;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.migration.Migrations;
import dev.pawl.gateway.engine.ContentClaims;
import dev.pawl.gateway.http.HttpServer;
import dev.pawl.gateway.view.Rows;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.codec.PawlDataConverter;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The real gateway application on an embedded PostgreSQL and Temporal's test server, with a worker that fakes tasks.
 */
final class GatewayUnderTest implements AutoCloseable {
    static final String TOKEN = "test-token";
    private final EmbeddedPostgres postgres;
    private final TestServer.PortBoundTestServer engine;
    private final WorkflowServiceStubs stubs;
    private final WorkerFactory workers;
    private final ConfigurableApplicationContext context;
    private final Path directory;

    GatewayUnderTest(Path directory, String... more) throws IOException {
        // A thread of the test server may close a long poll twice, which does not concern this test.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        this.directory = directory;
        this.postgres = EmbeddedPostgres.start();
        new Migrations(postgres.getPostgresDatabase()).migrate();
        int port = freePort();
        this.engine = TestServer.createPortBoundServer(port);
        this.context = start(directory, database(), port, more);
        this.stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + port)
                .build());
        this.workers = WorkerFactory.newInstance(WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setDataConverter(PawlDataConverter.create(
                                new ContentClaims(new LocalContentStore(directory.resolve("content")))))
                        .build()));
    }

    static ConfigurableApplicationContext start(Path directory, String database, int enginePort, String... more)
            throws IOException {
        Path token = Files.writeString(directory.resolve("token"), TOKEN + "\n");
        List<String> arguments = new ArrayList<>(List.of(
                "--pawl.gateway.port=0",
                "--pawl.gateway.http-port=0",
                "--pawl.gateway.token-file=" + token,
                "--pawl.gateway.content=" + directory.resolve("content"),
                "--spring.temporal.connection.target=127.0.0.1:" + enginePort,
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres"));
        arguments.addAll(List.of(more));
        return PawlGateway.application().run(arguments.toArray(String[]::new));
    }

    static int port(ConfigurableApplicationContext context) {
        return context.getBean(GrpcServerLifecycle.class).getPort();
    }

    /** A port that nothing listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    PawlClient client() throws IOException {
        return client(context, directory.resolve("token"));
    }

    static PawlClient client(ConfigurableApplicationContext context, Path token) throws IOException {
        return PawlClient.connect(Endpoint.local(port(context), token));
    }

    int port() {
        return port(context);
    }

    int httpPort() {
        return context.getBean(HttpServer.class).port();
    }

    Rows rows() {
        return context.getBean(Rows.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The methods of all services of Pawl. */
    List<MethodDescriptor<?, ?>> methods() {
        return context.getBeansOfType(BindableService.class).values().stream()
                .map(BindableService::bindService)
                .filter(service -> service.getServiceDescriptor().getName().startsWith("pawl."))
                .flatMap(service -> service.getServiceDescriptor().getMethods().stream())
                .toList();
    }

    TransactionOperations transactions() {
        return context.getBean(TransactionOperations.class);
    }

    String database() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    Path content() {
        return directory.resolve("content");
    }

    /** Starts the worker; until now no task starts. */
    void work() {
        Worker worker = workers.newWorker(TaskQueues.TASKS);
        worker.registerWorkflowImplementationTypes(FakeTaskWorkflow.class);
        worker.registerActivitiesImplementations(new FakeBookkeeping(rows()));
        workers.start();
    }

    /** Serves the task queue with another workflow. */
    void work(Class<?> workflow, Object activities) {
        Worker worker = workers.newWorker(TaskQueues.TASKS);
        worker.registerWorkflowImplementationTypes(workflow);
        worker.registerActivitiesImplementations(activities);
        workers.start();
    }

    void closeGateway() {
        context.close();
    }

    @Override
    public void close() throws IOException {
        context.close();
        workers.shutdownNow();
        stubs.shutdownNow();
        engine.close();
        postgres.close();
    }
}
