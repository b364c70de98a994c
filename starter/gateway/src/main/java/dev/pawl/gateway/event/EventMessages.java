package dev.pawl.gateway.event;

import static dev.pawl.gateway.view.Present.ifPresent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ProtocolMessageEnum;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.JsonFormat;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.AgentEvent;
import dev.pawl.api.v1.AgentEventType;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.StoredAgentEvent;
import dev.pawl.db.agentevent.AgentEventRow;
import dev.pawl.gateway.view.Json;
import dev.pawl.gateway.wire.Times;
import java.time.DateTimeException;
import java.time.Instant;

/** Converts between events of the protocol, the JSON that all producers share, and rows. */
final class EventMessages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventMessages() {}

    /** Leaves out what is not set; invalid values stay invalid. */
    static ObjectNode json(AgentEvent event) {
        ObjectNode json = JSON.createObjectNode();
        text(json, "id", event.getId());
        text(json, "type", word(event.getType(), event.getTypeValue()));
        text(json, "session_id", event.getSessionId());
        text(json, "task_id", event.getTaskId());
        text(json, "agent", event.getAgent());
        text(json, "status", word(event.getStatus(), event.getStatusValue()));
        text(json, "action", word(event.getAction(), event.getActionValue()));
        if (event.hasOccurredAt()) {
            json.put("occurred_at", time(event.getOccurredAt()));
        }
        if (event.hasProgress()) {
            json.put("progress", event.getProgress());
        }
        if (event.hasDurationMs()) {
            json.put("duration_ms", event.getDurationMs());
        }
        if (event.hasData()) {
            data(json, event);
        }
        return json;
    }

    /** A value of a newer client has no word here; it must not pass as absent. */
    private static <E extends Enum<E> & ProtocolMessageEnum> String word(E value, int number) {
        String word = Words.of(value);
        return word.isEmpty() && number != 0 ? Integer.toString(number) : word;
    }

    private static void text(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static String time(Timestamp time) {
        try {
            return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
        } catch (DateTimeException | ArithmeticException e) {
            return time.getSeconds() + " s";
        }
    }

    private static void data(ObjectNode json, AgentEvent event) {
        try {
            json.set("data", JSON.readTree(JsonFormat.printer().print(event.getData())));
        } catch (InvalidProtocolBufferException | JsonProcessingException | IllegalArgumentException notJson) {
            // A number that JSON does not have; refused as not an object.
            json.put("data", "not JSON");
        }
    }

    static StoredAgentEvent message(AgentEventRow row) {
        AgentEvent.Builder event = AgentEvent.newBuilder()
                .setId(row.id())
                .setType(Words.parse(AgentEventType.class, row.type()).orElseThrow())
                .setSessionId(row.sessionId().toString())
                .setOccurredAt(Times.of(row.occurredAt().toInstant()))
                .setData(Json.struct(row.data()));
        ifPresent(row.taskId(), event::setTaskId);
        ifPresent(row.agent(), event::setAgent);
        ifPresent(row.progress(), event::setProgress);
        ifPresent(row.durationMillis(), event::setDurationMs);
        if (row.status() != null) {
            event.setStatus(Words.parse(SessionStatus.class, row.status()).orElseThrow());
        }
        if (row.action() != null) {
            event.setAction(Words.parse(ActionKind.class, row.action()).orElseThrow());
        }
        return StoredAgentEvent.newBuilder()
                .setPosition(row.position())
                .setEvent(event)
                .setSource(row.source())
                .setReceivedAt(Times.of(row.receivedAt().toInstant()))
                .build();
    }
}
