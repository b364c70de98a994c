package dev.pawl.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pawl.events.intake.EventStore;
import dev.pawl.events.read.EventReader;
import dev.pawl.events.testing.Events;
import dev.pawl.events.testing.Kafka;
import dev.pawl.events.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real broker and a real database. Each test leaves nothing to consume for the next one. */
class EventConsumerIT {
    private static final String TOPIC = "agent-execution-logs";
    private static final String GROUP = "pawl-events";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Records on the topic: the sum of the ends of its partitions. */
    private static final AtomicLong SENT = new AtomicLong();

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Kafka.connection().with(Map.of("max.request.size", 2_000_000)),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    private final EventStore store = EventStore.on(DATABASE.jdbc(), DATABASE.transactions());

    @BeforeEach
    void clear() {
        Events.clear(DATABASE);
    }

    @Test
    void aPoisonMessageAmongAThousandEventsIsOneDeadLetterAndOrderIsKeptPerKey() throws Exception {
        List<UUID> keys = IntStream.range(0, 7).mapToObj(i -> UUID.randomUUID()).toList();
        for (int i = 0; i < 1000; i++) {
            UUID key = keys.get(i % keys.size());
            send(key.toString(), Events.valid("%s-%04d".formatted(key, i), i, key));
            if (i == 500) {
                send(key.toString(), new byte[] {0x7B, (byte) 0xFF, 0x00});
            }
        }

        consumed(1000, 1);

        for (UUID key : keys) {
            List<String> stored = DATABASE.jdbc()
                    .sql("select id from agent_event where session_id = :key order by position")
                    .param("key", key)
                    .query(String.class)
                    .list();
            assertThat(stored).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void whateverComesInEventsPlusDeadLettersAreAllRecords() throws Exception {
        List<byte @Nullable []> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            records.add(Events.valid("m-" + i, i));
            records.add(Events.valid("m-" + i, i));
            records.add(("{\"n\":" + i + "}").getBytes(UTF_8));
            records.add(new byte[EventReader.MAX_BYTES + 1 + i]);
        }
        records.add(null);
        records.add(new byte[0]);
        for (byte @Nullable [] record : records) {
            send("key", record);
        }

        consumed(40, 82);
        consumed(40, 82);
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLostAndNothingBecomesADeadLetter() throws Exception {
        EventConsumer consumer = new EventConsumer(Kafka.connection(), GROUP, store.intake()::take);
        consumer.start();
        try {
            send("key", Events.valid("before", 1));
            await().atMost(TIMEOUT).until(() -> Events.stored(DATABASE).size() == 1);

            allowConnections(false);
            for (int i = 0; i < 50; i++) {
                send("key", i % 10 == 5 ? "poison".getBytes(UTF_8) : Events.valid("away-" + i, i));
            }
            assertThat(committed()).isLessThan(SENT.get());
            assertThat(consumer.consumes()).isTrue();
            allowConnections(true);

            await().atMost(TIMEOUT).until(() -> Events.stored(DATABASE).size() == 46);
            await().ignoreExceptions()
                    .atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(committed()).isEqualTo(SENT.get()));
        } finally {
            allowConnections(true);
            consumer.stop();
        }
        assertThat(Events.dead(DATABASE)).isEqualTo(5);
    }

    @Test
    void aConsumerThatIsKilledInTheMiddleOfABatchLosesNothing() throws Exception {
        for (int i = 0; i < 300; i++) {
            send("key", i % 50 == 7 ? ("poison " + i).getBytes(UTF_8) : Events.valid("killed-" + i, i));
        }

        Process process = ConsumerProcess.dying(DATABASE, GROUP);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ConsumerProcess.DIED);
        assertThat(Events.stored(DATABASE)).hasSizeBetween(1, 293);

        consumed(294, 6);
        assertThat(Events.stored(DATABASE))
                .containsExactlyElementsOf(IntStream.range(0, 300)
                        .filter(i -> i % 50 != 7)
                        .mapToObj(i -> "killed-" + i)
                        .toList());
    }

    @Test
    void aDefectOfTheIntakeHoldsRecordsUpAndSkipsNone() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        EventConsumer consumer = new EventConsumer(Kafka.connection(), GROUP, batch -> {
            if (calls.incrementAndGet() <= 2) {
                throw new ClassCastException("as if a class were missing");
            }
            store.intake().take(batch);
        });
        for (int i = 0; i < 5; i++) {
            send("key", Events.valid("defect-" + i, i));
        }

        consumer.start();
        try {
            await().atMost(TIMEOUT).until(() -> Events.stored(DATABASE).size() == 5);
            await().ignoreExceptions()
                    .atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(committed()).isEqualTo(SENT.get()));
        } finally {
            consumer.stop();
        }
        assertThat(calls).hasValueGreaterThan(2);
    }

    @Test
    void theProbeSaysWhetherTheBrokerAnswers() {
        try (BrokerProbe there = new BrokerProbe(Kafka.connection());
                BrokerProbe gone = new BrokerProbe(new KafkaConnection(List.of("127.0.0.1:1"), Map.of()))) {
            assertThat(there.getAsBoolean()).isTrue();
            assertThat(gone.getAsBoolean()).isFalse();
        }
    }

    @Test
    void aConsumerThatIsNotStartedOrWasStoppedDoesNotConsume() {
        EventConsumer consumer = new EventConsumer(Kafka.connection(), GROUP, batch -> {});

        assertThat(consumer.consumes()).isFalse();
        consumer.start();
        await().atMost(TIMEOUT).until(consumer::consumes);
        consumer.stop();
        assertThat(consumer.consumes()).isFalse();
    }

    /** Runs a consumer until everything has its outcome and is committed. */
    private void consumed(int rows, long dead) {
        EventConsumer consumer = new EventConsumer(Kafka.connection(), GROUP, store.intake()::take);
        consumer.start();
        try {
            await().ignoreExceptions()
                    .atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(committed()).isEqualTo(SENT.get()).isPositive());
        } finally {
            consumer.stop();
        }
        assertThat(Events.stored(DATABASE)).hasSize(rows);
        assertThat(Events.dead(DATABASE)).isEqualTo(dead);
    }

    private static long committed() {
        return Kafka.committed(GROUP, TOPIC);
    }

    private static void send(String key, byte @Nullable [] value) throws Exception {
        PRODUCER.send(new ProducerRecord<>(TOPIC, key.getBytes(UTF_8), value)).get(10, TimeUnit.SECONDS);
        SENT.incrementAndGet();
    }

    private static void allowConnections(boolean allowed) {
        TestDatabase.server()
                .sql("alter database " + DATABASE.name() + " with allow_connections " + allowed)
                .update();
        if (!allowed) {
            TestDatabase.server()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = :name")
                    .param("name", DATABASE.name())
                    .query(Boolean.class)
                    .list();
        }
    }
}
