package dev.pawl.events.kafka;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pawl.events.intake.EventStore;
import dev.pawl.events.testing.Kafka;
import dev.pawl.events.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A consumer in a process of its own, which a test can kill. */
final class ConsumerProcess {
    /** Exit code of a process that died in the middle of its first batch. */
    static final int DIED = 137;

    private static final String DIE = "die";

    private ConsumerProcess() {}

    /** Consumes until it is killed. */
    static Process start(TestDatabase database, String group) throws IOException {
        return start(database, group, "");
    }

    /** Dies after it stored the first half of its first batch. */
    static Process dying(TestDatabase database, String group) throws IOException {
        return start(database, group, DIE);
    }

    private static Process start(TestDatabase database, String group, String end) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsumerProcess.class.getName(),
                        Kafka.BROKER.getBrokersAsString(),
                        database.url(),
                        group,
                        end)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[1]);
        HikariDataSource database = new HikariDataSource(config);
        EventStore store = EventStore.on(
                JdbcClient.create(database), new TransactionTemplate(new JdbcTransactionManager(database)));
        KafkaConnection connection = new KafkaConnection(
                List.of(arguments[0]), Map.of("session.timeout.ms", "1500", "heartbeat.interval.ms", "500"));
        boolean die = arguments[3].equals(DIE);
        new EventConsumer(connection, arguments[2], batch -> {
                    store.intake().take(die ? batch.subList(0, (batch.size() + 1) / 2) : batch);
                    if (die) {
                        Runtime.getRuntime().halt(DIED);
                    }
                })
                .start();
        new CountDownLatch(1).await();
    }
}
