package dev.pawl.events.read;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AgentEventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of events and the Kafka topic of each. */
public final class EventTypes {
    private static final Map<String, String> TYPES_BY_TOPIC = new LinkedHashMap<>();

    static {
        for (AgentEventType type : AgentEventType.values()) {
            String word = Words.of(type);
            if (!word.isEmpty()) {
                TYPES_BY_TOPIC.put(topic(type), word);
            }
        }
    }

    private EventTypes() {}

    private static String topic(AgentEventType type) {
        return switch (type) {
            case AGENT_EVENT_TYPE_AGENT_ACTION -> "agent-actions";
            case AGENT_EVENT_TYPE_ROUTING_DECISION -> "agent-routing-decisions";
            case AGENT_EVENT_TYPE_TRANSFORMATION -> "agent-transformation-events";
            case AGENT_EVENT_TYPE_ROUTER_METRIC -> "router-performance-metrics";
            case AGENT_EVENT_TYPE_DETECTION_FAILURE -> "agent-detection-failures";
            case AGENT_EVENT_TYPE_EXECUTION_LOG -> "agent-execution-logs";
            case AGENT_EVENT_TYPE_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }

    /** The topics with events of agents. */
    public static List<String> topics() {
        return List.copyOf(TYPES_BY_TOPIC.keySet());
    }

    /** The type of all events of a topic; empty if the topic is none of ours. */
    static Optional<String> ofTopic(String topic) {
        return Optional.ofNullable(TYPES_BY_TOPIC.get(topic));
    }
}
