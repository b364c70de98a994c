package dev.pawl.events.relay;

import dev.pawl.db.event.EventRelay;
import dev.pawl.db.event.UnrelayedEvent;
import dev.pawl.events.kafka.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes the events of tasks: each at least once, those of a task in order. The next event of a task is sent only
 * after the broker has confirmed the one before. Of several workers, one publishes at a time.
 */
public final class EventPublisher implements AutoCloseable {
    /** The topic; the task's id is the key. */
    public static final String TOPIC = "pawl.events.v1";

    private static final Logger log = LoggerFactory.getLogger(EventPublisher.class);
    private static final int TASKS = 100;
    private static final int EVENTS = 20;
    private static final Duration DELIVERY = Duration.ofSeconds(10);
    private static final Duration REQUEST = Duration.ofSeconds(5);
    private static final Duration BLOCK = Duration.ofSeconds(2);

    private final EventRelay relay;
    private final TransactionOperations transactions;
    private final Producer<byte[], byte[]> producer;

    public EventPublisher(KafkaConnection connection, EventRelay relay, TransactionOperations transactions) {
        this.relay = relay;
        this.transactions = transactions;
        this.producer = new KafkaProducer<>(
                connection.with(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        (int) BLOCK.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) REQUEST.toMillis(),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) DELIVERY.toMillis())),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Publishes a batch. What the broker did not confirm is published again by the next call.
     *
     * @return number of confirmed events; 0 as well if another worker publishes
     */
    public int publish() {
        return Objects.requireNonNull(transactions.execute(status -> relay.lead() ? publishBatch() : 0));
    }

    private int publishBatch() {
        Map<String, Deque<UnrelayedEvent>> waiting = new LinkedHashMap<>();
        relay.unrelayed(TASKS, EVENTS)
                .forEach(event -> waiting.computeIfAbsent(event.taskId(), id -> new ArrayDeque<>())
                        .add(event));
        Map<String, Long> confirmed = new LinkedHashMap<>();
        int published = 0;
        while (!waiting.isEmpty()) {
            List<UnrelayedEvent> sent = next(waiting);
            published += sent.size();
            sent.forEach(event -> confirmed.put(event.taskId(), event.seq()));
        }
        confirmed.forEach(relay::relayed);
        return published;
    }

    /** Sends the next event of every task; a task whose event is not confirmed has to wait. */
    private List<UnrelayedEvent> next(Map<String, Deque<UnrelayedEvent>> waiting) {
        Map<UnrelayedEvent, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        for (Deque<UnrelayedEvent> events : List.copyOf(waiting.values())) {
            UnrelayedEvent event = events.remove();
            Future<RecordMetadata> result = producer.send(message(event));
            sent.put(event, result);
            if (result.isDone() && !confirmed(event, result)) {
                // No broker answers: each further event would wait as long.
                waiting.clear();
                break;
            }
            if (events.isEmpty()) {
                waiting.remove(event.taskId());
            }
        }
        List<UnrelayedEvent> confirmed = new ArrayList<>();
        sent.forEach((event, result) -> {
            if (confirmed(event, result)) {
                confirmed.add(event);
            } else {
                waiting.remove(event.taskId());
            }
        });
        return confirmed;
    }

    private static ProducerRecord<byte[], byte[]> message(UnrelayedEvent event) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(TOPIC, event.taskId().getBytes(StandardCharsets.UTF_8), CloudEvents.of(event));
        message.headers().add("content-type", CloudEvents.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private static boolean confirmed(UnrelayedEvent event, Future<RecordMetadata> result) {
        try {
            result.get();
            return true;
        } catch (ExecutionException e) {
            log.warn("event {} of task {} is not published yet: {}", event.seq(), event.taskId(), e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(REQUEST);
    }
}
