package dev.pawl.events.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Kafka answers within two seconds. */
public final class BrokerProbe implements BooleanSupplier, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BrokerProbe.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Admin admin;

    public BrokerProbe(KafkaConnection connection) {
        int millis = (int) TIMEOUT.toMillis();
        this.admin = Admin.create(connection.with(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis)));
    }

    @Override
    public boolean getAsBoolean() {
        try {
            admin.describeCluster().nodes().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Kafka does not answer: {}", e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        admin.close(TIMEOUT);
    }
}
