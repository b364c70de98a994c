package dev.pawl.worker.event;

import dev.pawl.db.event.EventRelay;
import dev.pawl.events.intake.EventStore;
import dev.pawl.events.kafka.BrokerProbe;
import dev.pawl.events.kafka.EventConsumer;
import dev.pawl.events.kafka.KafkaConnection;
import dev.pawl.events.relay.EventPublisher;
import dev.pawl.worker.config.KafkaProperties;
import dev.pawl.worker.config.PawlProperties;
import dev.pawl.worker.periodic.PeriodicStep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Consumes events of agents from Kafka, if it is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("pawl.kafka.bootstrap-servers")
public class KafkaConfiguration {
    private static final Duration PUBLISHING_PERIOD = Duration.ofSeconds(1);

    @Bean
    KafkaConnection kafkaConnection(PawlProperties properties) throws IOException {
        KafkaProperties kafka = properties.kafka();
        Path file = kafka.propertiesFile();
        Map<String, String> settings = new HashMap<>();
        if (file != null) {
            Properties read = PropertiesLoaderUtils.loadProperties(new FileSystemResource(file));
            read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        }
        return new KafkaConnection(kafka.bootstrapServers(), settings);
    }

    @Bean
    EventConsumer eventConsumer(KafkaConnection connection, PawlProperties properties, EventStore store) {
        return new EventConsumer(connection, properties.kafka().group(), store.intake()::take);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnBooleanProperty("pawl.kafka.publish")
    EventPublisher eventPublisher(KafkaConnection connection, JdbcClient jdbc, TransactionOperations transactions) {
        return new EventPublisher(connection, new EventRelay(jdbc), transactions);
    }

    @Bean
    @ConditionalOnBooleanProperty("pawl.kafka.publish")
    PeriodicStep eventPublishing(EventPublisher publisher) {
        return new PeriodicStep("event-relay", PUBLISHING_PERIOD, () -> publisher.publish() > 0);
    }

    @Bean(destroyMethod = "close")
    BrokerProbe brokerProbe(KafkaConnection connection) {
        return new BrokerProbe(connection);
    }

    @Bean
    EventFlow eventFlow(BrokerProbe broker, EventConsumer consumer) {
        return new EventFlow(() -> broker.getAsBoolean() && consumer.consumes());
    }
}
