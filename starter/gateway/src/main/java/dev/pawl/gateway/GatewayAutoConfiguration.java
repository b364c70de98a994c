package dev.pawl.gateway;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.EngineInfo;
import dev.pawl.api.v1.EngineKind;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.provider.OpenTasks;
import dev.pawl.db.provider.ProviderLimits;
import dev.pawl.db.repository.Repositories;
import dev.pawl.events.intake.EventStore;
import dev.pawl.gateway.access.AccessCheck;
import dev.pawl.gateway.access.BindRule;
import dev.pawl.gateway.access.CallRecords;
import dev.pawl.gateway.access.CallerLimits;
import dev.pawl.gateway.access.Callers;
import dev.pawl.gateway.access.TokenFile;
import dev.pawl.gateway.access.TokenGrpcService;
import dev.pawl.gateway.account.AccountGrpcService;
import dev.pawl.gateway.action.PlanActions;
import dev.pawl.gateway.action.TaskActions;
import dev.pawl.gateway.audit.AuditGrpcService;
import dev.pawl.gateway.doing.AgentActions;
import dev.pawl.gateway.engine.Deadlines;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.event.EventGrpcService;
import dev.pawl.gateway.failure.FailureTranslation;
import dev.pawl.gateway.http.HttpServer;
import dev.pawl.gateway.inbox.InboxGrpcService;
import dev.pawl.gateway.plan.PlanGrpcService;
import dev.pawl.gateway.schedule.ScheduleGrpcService;
import dev.pawl.gateway.server.GatewayHealth;
import dev.pawl.gateway.server.ServerGrpcService;
import dev.pawl.gateway.server.Shutdown;
import dev.pawl.gateway.stall.Stalls;
import dev.pawl.gateway.submit.PlanSubmission;
import dev.pawl.gateway.submit.Submission;
import dev.pawl.gateway.task.TaskGrpcService;
import dev.pawl.gateway.view.PlanReader;
import dev.pawl.gateway.view.Rows;
import dev.pawl.gateway.view.StoredText;
import dev.pawl.gateway.view.TaskLinks;
import dev.pawl.gateway.view.TaskPages;
import dev.pawl.gateway.view.TaskReader;
import dev.pawl.gateway.view.TaskTexts;
import dev.pawl.gateway.watch.Pace;
import dev.pawl.gateway.watch.PlanWatch;
import dev.pawl.gateway.watch.TaskFeeds;
import dev.pawl.gateway.watch.TaskWait;
import dev.pawl.gateway.watch.TaskWatch;
import dev.pawl.gateway.wire.WellFormedCheck;
import io.grpc.protobuf.services.HealthStatusManager;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerExecutorProvider;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.grpc.server.GrpcServerFactory;
import org.springframework.grpc.server.service.GrpcServiceConfigurer;
import org.springframework.grpc.server.service.GrpcServiceDiscoverer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Auto-configuration of the gateway. Requires a {@link WorkflowClient} with Pawl's data converter, a data source with
 * Pawl's schema, and {@code pawl.gateway.*}. Its parts are not beans, so that it can share a context with any
 * application.
 */
@AutoConfiguration
@EnableConfigurationProperties(GatewayProperties.class)
@PropertySource("classpath:dev/pawl/gateway/gateway.properties")
public class GatewayAutoConfiguration {
    private static final Duration PROBE = Duration.ofSeconds(2);

    @Bean
    Engine gatewayEngine(GatewayProperties properties, WorkflowClient client) {
        return new Engine(
                client,
                new Deadlines(
                        address(client),
                        properties.engine().call(),
                        properties.engine().action(),
                        PROBE));
    }

    @Bean
    Shutdown gatewayShutdown(ObjectProvider<HealthStatusManager> health) {
        return new Shutdown(health);
    }

    @Bean
    Rows gatewayRows(NamedParameterJdbcOperations operations, JdbcClient jdbc, TransactionOperations transactions) {
        return Rows.of(new Repositories(operations, transactions), jdbc, transactions);
    }

    @Bean
    TaskGrpcService taskGrpcService(
            GatewayProperties properties,
            Rows rows,
            DataSource database,
            WorkflowClient client,
            Engine engine,
            Shutdown shutdown) {
        ContentStore content = new LocalContentStore(properties.content());
        TaskLinks links =
                new TaskLinks(properties.engine().webUi(), client.getOptions().getNamespace());
        TaskReader tasks = new TaskReader(rows, engine, new Stalls(engine, properties.stall()), links);
        Pace pace = new Pace(properties.watch().poll(), properties.watch().heartbeat());
        TaskFeeds feeds = new TaskFeeds(rows.events(), tasks, rows.marks(), database, pace, shutdown);
        return new TaskGrpcService(
                new Submission(rows.tasks(), rows.iterations(), content, engine, properties.registration()),
                tasks,
                new TaskPages(rows.tasks(), links),
                new TaskTexts(rows, tasks, new StoredText(content)),
                new TaskWatch(feeds, pace, shutdown),
                new TaskWait(feeds, shutdown),
                new AgentActions(rows, tasks, feeds, pace, shutdown),
                new TaskActions(engine, tasks),
                links);
    }

    @Bean
    PlanGrpcService planGrpcService(
            GatewayProperties properties, Rows rows, WorkflowClient client, Engine engine, Shutdown shutdown) {
        TaskLinks links =
                new TaskLinks(properties.engine().webUi(), client.getOptions().getNamespace());
        PlanReader plans = new PlanReader(rows.plans(), engine, links);
        Pace pace = new Pace(properties.watch().poll(), properties.watch().heartbeat());
        PlanSubmission submission = new PlanSubmission(
                rows.plans(), new LocalContentStore(properties.content()), engine, properties.registration());
        return new PlanGrpcService(
                submission,
                plans,
                new PlanWatch(plans, pace, shutdown),
                new PlanActions(engine, plans, submission),
                links);
    }

    @Bean
    ServerGrpcService serverGrpcService(
            GatewayProperties properties, WorkflowClient client, Engine engine, DataSource database) {
        EngineInfo known = EngineInfo.newBuilder()
                .setKind(kind(properties.engine().kind()))
                .setAddress(address(client))
                .setNamespace(client.getOptions().getNamespace())
                .setWebUi(properties.engine().webUi())
                .build();
        return new ServerGrpcService(engine, known, database);
    }

    @Bean
    AccountGrpcService accountGrpcService(Rows rows, JdbcClient jdbc, Engine engine) {
        return new AccountGrpcService(rows.reservations(), new ProviderLimits(jdbc), new OpenTasks(jdbc), engine);
    }

    @Bean
    EventGrpcService eventGrpcService(JdbcClient jdbc, TransactionOperations transactions) {
        return new EventGrpcService(EventStore.on(jdbc, transactions));
    }

    @Bean
    InboxGrpcService inboxGrpcService(Rows rows) {
        return new InboxGrpcService(rows.inbox());
    }

    @Bean
    ScheduleGrpcService scheduleGrpcService(WorkflowClient client) {
        return new ScheduleGrpcService(client);
    }

    @Bean
    AuditGrpcService auditGrpcService(Rows rows, Engine engine) {
        return new AuditGrpcService(engine, rows.calls());
    }

    @Bean
    TokenGrpcService tokenGrpcService(Rows rows) {
        return new TokenGrpcService(rows.accessTokens());
    }

    @Bean
    @GlobalServerInterceptor
    @Order(1)
    AccessCheck accessCheck(GatewayProperties properties, GrpcServerProperties server, Rows rows) {
        BindRule.check(server);
        return new AccessCheck(new Callers(TokenFile.read(properties.tokenFile()), rows.accessTokens()));
    }

    @Bean
    @GlobalServerInterceptor
    @Order(2)
    CallerLimits callerLimits(GatewayProperties properties) {
        return new CallerLimits(
                properties.callers().perSecond(), properties.callers().atOnce());
    }

    @Bean
    @GlobalServerInterceptor
    @Order(3)
    WellFormedCheck wellFormedCheck() {
        return new WellFormedCheck();
    }

    @Bean
    @GlobalServerInterceptor
    @Order(4)
    CallRecords callRecords(Rows rows) {
        return new CallRecords(rows.calls());
    }

    @Bean
    FailureTranslation failureTranslation() {
        return new FailureTranslation();
    }

    @Bean
    HealthIndicator gatewayHealthIndicator(Engine engine, DataSource database, Shutdown shutdown) {
        return new GatewayHealth(engine, database, shutdown);
    }

    /** A thread per call: watches last for days, and most calls wait for the database or the engine. */
    @Bean
    GrpcServerExecutorProvider gatewayThreads() {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("call-", 0).factory());
        return () -> threads;
    }

    /** The same services with the same interceptors as the gRPC server. */
    @Bean
    @ConditionalOnProperty("pawl.gateway.http-port")
    HttpServer gatewayHttpServer(
            GatewayProperties properties,
            GrpcServiceDiscoverer services,
            GrpcServiceConfigurer interceptors,
            GrpcServerFactory server) {
        return new HttpServer(
                Objects.requireNonNull(properties.httpPort()),
                () -> services.findServices().stream()
                        .map(service -> interceptors.configure(service, server))
                        .toList());
    }

    private static EngineKind kind(GatewayProperties.EngineKind kind) {
        return Words.parse(EngineKind.class, kind.name().toLowerCase(Locale.ROOT))
                .orElseThrow();
    }

    /** Absent if the engine is in this process. */
    private static String address(WorkflowClient client) {
        return Optional.ofNullable(client.getWorkflowServiceStubs().getOptions().getTarget())
                .orElse("in-process");
    }
}
