package dev.pawl.events.testing;

import dev.pawl.events.kafka.KafkaConnection;
import dev.pawl.events.read.EventTypes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real broker for all tests of a JVM, with which it ends. */
public final class Kafka {
    /** Of every topic. */
    public static final int PARTITIONS = 3;

    public static final EmbeddedKafkaKraftBroker BROKER = start();

    private Kafka() {}

    private static EmbeddedKafkaKraftBroker start() {
        String[] topics = Stream.concat(EventTypes.topics().stream(), Stream.of("pawl.events.v1"))
                .toArray(String[]::new);
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS, topics);
        broker.brokerProperties(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "1000",
                "message.max.bytes", "2000000"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }

    /** Records of a topic that a group has committed: the sum over its partitions. */
    public static long committed(String group, String topic) {
        return BROKER.doWithAdminFunction(admin -> {
            try {
                return admin
                        .listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get(10, TimeUnit.SECONDS)
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getKey().topic().equals(topic))
                        .mapToLong(entry -> entry.getValue().offset())
                        .sum();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    public static KafkaConnection connection() {
        return new KafkaConnection(List.of(BROKER.getBrokersAsString()), Map.of());
    }
}
