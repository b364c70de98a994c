package dev.pawl.events.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pawl.db.event.UnrelayedEvent;
import java.nio.charset.StandardCharsets;

/** Events of tasks as CloudEvents 1.0 in JSON; docs/events.schema.json describes them. */
final class CloudEvents {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private static final ObjectMapper JSON = new ObjectMapper();

    private CloudEvents() {}

    static byte[] of(UnrelayedEvent event) {
        ObjectNode json = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", event.taskId() + "/" + event.seq())
                .put("source", "/pawl/tasks/" + event.taskId())
                .put("type", "dev.pawl." + event.type())
                .put("subject", event.taskId())
                .put("time", event.createdAt().toInstant().toString())
                .put("datacontenttype", "application/json")
                .put("sequence", Long.toString(event.seq()));
        try {
            json.set("data", JSON.readTree(event.payload()));
            return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the payload of an event is JSON", e);
        }
    }
}
