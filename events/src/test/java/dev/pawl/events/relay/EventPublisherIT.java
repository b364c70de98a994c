package dev.pawl.events.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.EventType;
import dev.pawl.db.event.EventRelay;
import dev.pawl.db.event.Events;
import dev.pawl.db.event.UnrelayedEvent;
import dev.pawl.db.repository.Repositories;
import dev.pawl.db.task.NewTask;
import dev.pawl.events.kafka.KafkaConnection;
import dev.pawl.events.testing.Kafka;
import dev.pawl.events.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class EventPublisherIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Repositories repositories = DATABASE.repositories();
    private final EventRelay relay = new EventRelay(DATABASE.jdbc());

    @Test
    void everyEventOfATaskIsPublishedInOrderAndOnceWhileNothingFails() throws Exception {
        task("order-1", 30);
        task("order-2", 3);

        try (EventPublisher publisher = publisher(Kafka.connection())) {
            publishAll(publisher);
            Events events = repositories.events();
            events.append("late", "order-1", "task_finished", "{\"outcome\":\"accepted\"}");
            publishAll(publisher);
            assertThat(publisher.publish()).isZero();
        }

        List<JsonNode> published = published("order-1");
        assertThat(published)
                .extracting(event -> event.get("sequence").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 31).boxed().toList());
        assertThat(published("order-2")).hasSize(3);
        JsonNode last = published.getLast();
        assertThat(last.get("type").asText()).isEqualTo("dev.pawl.task_finished");
        assertThat(last.get("id").asText()).isEqualTo("order-1/31");
        assertThat(last.get("data").get("outcome").asText()).isEqualTo("accepted");
    }

    @Test
    void whatTheBrokerDoesNotConfirmIsPublishedLater() throws Exception {
        task("retry-1", 2);
        KafkaConnection gone = new KafkaConnection(List.of("127.0.0.1:1"), Map.of());

        try (EventPublisher publisher = publisher(gone)) {
            assertThat(publisher.publish()).isZero();
        }
        assertThat(relay.unrelayed(100, 100)).extracting(UnrelayedEvent::taskId).contains("retry-1");
        try (EventPublisher publisher = publisher(Kafka.connection())) {
            publishAll(publisher);
        }

        assertThat(published("retry-1")).hasSize(2);
    }

    @Test
    void theSchemaDescribesWhatIsPublished() throws Exception {
        task("schema-1", 1);
        try (EventPublisher publisher = publisher(Kafka.connection())) {
            publishAll(publisher);
        }
        JsonNode schema = JSON.readTree(Path.of("../docs/events.schema.json").toFile());

        List<String> described = new ArrayList<>();
        schema.get("properties").properties().forEach(field -> described.add(field.getKey()));
        List<String> present = new ArrayList<>();
        JsonNode event = published("schema-1").getFirst();
        event.properties().forEach(field -> present.add(field.getKey()));
        assertThat(present).containsExactlyElementsOf(described);
        assertThat(event.get("id").asText())
                .matches(schema.get("properties").get("id").get("pattern").asText());
        List<String> types = new ArrayList<>();
        schema.get("properties").get("type").get("enum").forEach(type -> types.add(type.asText()));
        assertThat(types)
                .containsExactlyElementsOf(Words.all(EventType.class).stream()
                        .map("dev.pawl."::concat)
                        .toList());
    }

    private EventPublisher publisher(KafkaConnection connection) {
        return new EventPublisher(connection, relay, DATABASE.transactions());
    }

    private static void publishAll(EventPublisher publisher) {
        int published;
        do {
            published = publisher.publish();
        } while (published > 0);
    }

    private void task(String id, int events) {
        repositories
                .tasks()
                .register(new NewTask(
                        id, "run-1", "", "A task", "scripted", null, null, "isolated", "here", "{}", null, List.of()));
        for (int i = 0; i < events; i++) {
            repositories.events().append("e" + i, id, "agent_activity", "{\"n\":" + i + "}");
        }
    }

    private static List<JsonNode> published(String task) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Kafka.connection().with(Map.of()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 3)
                    .mapToObj(i -> new TopicPartition(EventPublisher.TOPIC, i))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofMillis(200))) {
                    if (one.key().equals(task)) {
                        events.add(JSON.readTree(one.value()));
                    }
                }
            }
        }
        return events;
    }
}
