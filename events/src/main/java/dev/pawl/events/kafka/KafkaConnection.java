package dev.pawl.events.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How to reach Kafka.
 *
 * @param servers as host:port
 * @param properties further settings of Kafka clients, such as credentials
 */
public record KafkaConnection(List<String> servers, Map<String, String> properties) {
    public KafkaConnection {
        servers = List.copyOf(servers);
        properties = Map.copyOf(properties);
    }

    /** Settings of a client. Those given here win, because no event may get lost. */
    public Map<String, Object> with(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        all.putAll(settings);
        return all;
    }
}
