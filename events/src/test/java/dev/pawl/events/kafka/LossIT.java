package dev.pawl.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pawl.events.testing.Events;
import dev.pawl.events.testing.Kafka;
import dev.pawl.events.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Many records, bad ones among them, and consumers that are killed at any moment. */
class LossIT {
    private static final String TOPIC = "agent-detection-failures";
    private static final String GROUP = "loss";
    private static final int RECORDS = 50_000;
    private static final int BAD_ONE_OF = 100;
    private static final int KILLS = 4;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final TestDatabase database = TestDatabase.migrated();

    /** For other tests that consume all topics. */
    @AfterAll
    static void empty() {
        Map<TopicPartition, RecordsToDelete> all = IntStream.range(0, Kafka.PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(i -> new TopicPartition(TOPIC, i), i -> RecordsToDelete.beforeOffset(-1)));
        Kafka.BROKER.doWithAdminFunction(admin -> {
            try {
                return admin.deleteRecords(all).all().get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void rowsPlusDeadLettersAreExactlyTheRecordsWhateverIsKilled() throws Exception {
        send();
        Random random = new Random(7);
        for (int kill = 1; kill <= KILLS; kill++) {
            long enough = outcomes() + 1 + random.nextInt(RECORDS / (2 * KILLS));
            Process consumer = ConsumerProcess.start(database, GROUP);
            try {
                await().atMost(TIMEOUT).until(() -> outcomes() >= enough);
            } finally {
                consumer.destroyForcibly();
            }
            assertThat(consumer.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(outcomes()).as("killed while records were left").isLessThan(RECORDS);
        }

        Process consumer = ConsumerProcess.start(database, GROUP);
        try {
            await().ignoreExceptions().atMost(TIMEOUT).until(() -> Kafka.committed(GROUP, TOPIC) == RECORDS);
        } finally {
            consumer.destroyForcibly().waitFor();
        }

        assertThat(rows()).isEqualTo(RECORDS - RECORDS / BAD_ONE_OF);
        assertThat(dead()).isEqualTo(RECORDS / BAD_ONE_OF);
    }

    private static void send() throws Exception {
        Random random = new Random(1);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Kafka.connection().with(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                byte[] value = new byte[50];
                random.nextBytes(value);
                sent.add(producer.send(new ProducerRecord<>(
                        TOPIC,
                        Integer.toString(i % 100).getBytes(UTF_8),
                        i % BAD_ONE_OF == 0 ? value : Events.untyped("loss-" + i))));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    private long outcomes() {
        return rows() + dead();
    }

    private long rows() {
        return count("select count(*) from agent_event where id like 'loss-%'");
    }

    private long dead() {
        return count("select count(*) from dead_letter where topic = '" + TOPIC + "'");
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
