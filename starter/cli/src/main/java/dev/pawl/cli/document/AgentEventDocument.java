package dev.pawl.cli.document;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AgentEvent;
import dev.pawl.api.v1.StoredAgentEvent;

/** A stored event of an agent. docs/events.md lists its fields. */
public final class AgentEventDocument {
    private AgentEventDocument() {}

    public static JsonObject of(StoredAgentEvent stored) {
        AgentEvent event = stored.getEvent();
        JsonObject json = new JsonObject();
        json.addProperty("position", stored.getPosition());
        json.addProperty("id", event.getId());
        json.addProperty("type", Words.of(event.getType()));
        json.addProperty("session_id", event.getSessionId());
        json.add("occurred_at", Json.time(event.getOccurredAt()));
        json.add("task_id", Json.text(event.getTaskId()));
        json.add("agent", Json.text(event.getAgent()));
        json.add("status", Json.text(Words.of(event.getStatus())));
        json.add("action", Json.text(Words.of(event.getAction())));
        json.add("progress", event.hasProgress() ? Json.number(event.getProgress()) : JsonNull.INSTANCE);
        json.add("duration_ms", event.hasDurationMs() ? Json.number(event.getDurationMs()) : JsonNull.INSTANCE);
        json.add("data", Json.object(event.getData()));
        json.addProperty("source", stored.getSource());
        json.add("received_at", Json.time(stored.getReceivedAt()));
        return json;
    }
}
