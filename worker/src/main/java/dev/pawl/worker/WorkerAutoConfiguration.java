package dev.pawl.worker;

import dev.pawl.db.content.ContentStore;
import dev.pawl.db.host.Hosts;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.record.content.ContentClaims;
import dev.pawl.worker.activity.ActivityConfiguration;
import dev.pawl.worker.activity.CollectConfiguration;
import dev.pawl.worker.activity.EvidenceConfiguration;
import dev.pawl.worker.activity.HostConfiguration;
import dev.pawl.worker.activity.IntegrationConfiguration;
import dev.pawl.worker.activity.JudgeConfiguration;
import dev.pawl.worker.activity.PlanConfiguration;
import dev.pawl.worker.activity.ReapConfiguration;
import dev.pawl.worker.activity.RepositoryConfiguration;
import dev.pawl.worker.config.HostId;
import dev.pawl.worker.config.PawlProperties;
import dev.pawl.worker.event.EventConfiguration;
import dev.pawl.worker.event.EventFlow;
import dev.pawl.worker.event.KafkaConfiguration;
import dev.pawl.worker.health.DatabaseProbe;
import dev.pawl.worker.health.EngineProbe;
import dev.pawl.worker.health.HealthIndicators;
import dev.pawl.worker.health.HealthProbe;
import dev.pawl.worker.http.MetricsToken;
import dev.pawl.worker.http.TokenFilter;
import dev.pawl.worker.periodic.PeriodicStep;
import dev.pawl.worker.queue.EngineConnection;
import dev.pawl.worker.queue.NamespaceSearchAttributes;
import dev.pawl.worker.queue.TaskQueueActivities;
import dev.pawl.worker.queue.TaskQueueWorkers;
import dev.pawl.worker.reaper.EngineSchedule;
import dev.pawl.worker.reaper.Reaper;
import dev.pawl.worker.reaper.ReaperLifecycle;
import dev.pawl.workflows.codec.PawlDataConverter;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Auto-configuration of the worker: engine connection, queues, health. */
@AutoConfiguration
@EnableConfigurationProperties(PawlProperties.class)
@Import({
    RepositoryConfiguration.class,
    HostConfiguration.class,
    ActivityConfiguration.class,
    JudgeConfiguration.class,
    EvidenceConfiguration.class,
    ReapConfiguration.class,
    CollectConfiguration.class,
    PlanConfiguration.class,
    IntegrationConfiguration.class,
    EventConfiguration.class,
    KafkaConfiguration.class
})
public class WorkerAutoConfiguration {
    /** What an activity needs to write its rows after its agent's grace time. */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** So that people see since when a lost host is silent. */
    private static final Duration HOST_BEAT = Duration.ofSeconds(5);

    @Bean
    HostId hostId(PawlProperties properties) {
        return HostId.of(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    DataConverter dataConverter(ContentStore contents) {
        return PawlDataConverter.create(new ContentClaims(contents));
    }

    @Bean
    TaskQueueWorkers taskQueueWorkers(PawlProperties properties, HostId host, TaskQueueActivities activities) {
        return new TaskQueueWorkers(properties, host, activities);
    }

    @Bean(destroyMethod = "")
    WorkerFactory workerFactory(WorkflowClient client, TaskQueueWorkers workers) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        workers.register(factory);
        return factory;
    }

    @Bean
    NamespaceSearchAttributes namespaceSearchAttributes(WorkflowClient client) {
        return new NamespaceSearchAttributes(
                client.getWorkflowServiceStubs().getOptions(),
                client.getOptions().getNamespace());
    }

    @Bean
    EngineConnection engineConnection(
            WorkerFactory factory,
            NamespaceSearchAttributes searchAttributes,
            ProcessSupervisor processes,
            PawlProperties properties) {
        Duration grace = properties.agents().grace().plus(CLOSING);
        return new EngineConnection(
                factory,
                searchAttributes::register,
                processes,
                properties.worker().drain(),
                grace);
    }

    @Bean
    ReaperLifecycle reaperLifecycle(
            Reaper reaper, WorkflowClient client, EngineConnection connection, PawlProperties properties) {
        Duration period = properties.reaper().period();
        List<EngineSchedule> schedules = List.of(
                EngineSchedule.reaping(client, period),
                EngineSchedule.collecting(client, properties.retention().period()));
        return new ReaperLifecycle(reaper, schedules, connection, period);
    }

    @Bean
    PeriodicStep hostBeat(Hosts hosts, HostId host) {
        return new PeriodicStep("host-beat", HOST_BEAT, () -> {
            hosts.seen(host.value());
            return false;
        });
    }

    @Bean
    HealthProbe healthProbe(
            DataSource database,
            WorkflowServiceStubs engine,
            EngineConnection connection,
            ObjectProvider<EventFlow> events) {
        return new HealthProbe(
                new DatabaseProbe(database),
                new EngineProbe(engine),
                events.getIfAvailable(() -> EventFlow.WITHOUT_BROKER).flows(),
                connection::state);
    }

    @Bean
    TokenFilter tokenFilter(PawlProperties properties) throws IOException {
        return new TokenFilter(MetricsToken.of(properties.homeDirectory()));
    }

    @Bean
    HealthIndicator aliveHealthIndicator(HealthProbe probe) {
        return HealthIndicators.alive(probe);
    }

    @Bean
    HealthIndicator readyHealthIndicator(HealthProbe probe) {
        return HealthIndicators.ready(probe);
    }
}
