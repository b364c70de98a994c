package dev.pawl.worker.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param bootstrapServers as host:port; none: nothing of Kafka runs
 * @param group of consumers that share the work
 * @param propertiesFile further settings of Kafka clients, such as {@code security.protocol}, as Kafka's own tools read
 *     them; absent means none
 * @param publish whether events of tasks are published
 */
public record KafkaProperties(
        @DefaultValue List<String> bootstrapServers,
        @DefaultValue("pawl-events") String group,
        @Nullable Path propertiesFile,
        @DefaultValue("false") boolean publish) {
    public KafkaProperties {
        Require.matches("pawl.kafka.group", group, "[A-Za-z0-9._-]{1,200}");
        bootstrapServers = List.copyOf(bootstrapServers);
    }
}
