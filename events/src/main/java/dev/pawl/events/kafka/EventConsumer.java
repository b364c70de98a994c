package dev.pawl.events.kafka;

import dev.pawl.events.intake.Incoming;
import dev.pawl.events.read.EventTypes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Consumes the topics of agents' events. Commits an offset only after all records before it have a durable outcome.
 * While the database is unavailable, the partitions are paused, and the same records are tried again until it is back.
 */
public final class EventConsumer implements SmartLifecycle {
    /** Records per transaction; each may need three tries within the time Kafka allows between two polls. */
    private static final int BATCH = 200;

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

    /**
     * @param group of consumers that share the work
     * @param intake gives records a durable outcome, or throws if that is impossible now
     */
    public EventConsumer(KafkaConnection connection, String group, Consumer<List<Incoming>> intake) {
        ContainerProperties properties =
                new ContainerProperties(EventTypes.topics().toArray(String[]::new));
        properties.setGroupId(group);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setSyncCommits(true);
        properties.setShutdownTimeout(STOP.toMillis());
        properties.setAuthExceptionRetryInterval(LONGEST_WAIT);
        properties.setMessageListener((BatchMessageListener<byte[], byte[]>) records ->
                intake.accept(records.stream().map(EventConsumer::incoming).toList()));
        container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        settings(connection), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setBeanName("pawl-events");
        container.setCommonErrorHandler(retryAlways());
    }

    private static Map<String, Object> settings(KafkaConnection connection) {
        return connection.with(Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                // A new group begins with what is there.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                BATCH,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false));
    }

    /** Never gives up a batch: whatever can be wrong with a record is handled in the intake. */
    private static DefaultErrorHandler retryAlways() {
        ExponentialBackOff waits = new ExponentialBackOff(FIRST_WAIT.toMillis(), 2);
        waits.setMaxInterval(LONGEST_WAIT.toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(
                (failed, failure) -> {
                    throw new IllegalStateException("an event may not be skipped", failure);
                },
                waits);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    private static Incoming incoming(ConsumerRecord<byte[], byte[]> one) {
        return new Incoming(
                "kafka",
                one.topic(),
                one.partition(),
                one.offset(),
                one.key(),
                one.value(),
                Arrays.stream(one.headers().toArray())
                        .map(header -> new Incoming.Header(header.key(), header.value()))
                        .toList());
    }

    @Override
    public void start() {
        container.start();
    }

    /** Waits for the batch that is being stored. */
    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public void stop(Runnable callback) {
        container.stop(callback);
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** Whether it polls; false as well if a defect ended it. */
    public boolean consumes() {
        return container.isRunning() && container.isChildRunning();
    }
}
