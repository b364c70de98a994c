package dev.pawl.cli.document;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.DeadLetterHeader;
import dev.pawl.api.v1.GetDeadLetterResponse;

/** A dead letter. docs/events.md lists its fields. */
public final class DeadLetterDocument {
    private DeadLetterDocument() {}

    public static JsonObject of(DeadLetter letter) {
        JsonObject json = new JsonObject();
        json.addProperty("id", letter.getId());
        json.addProperty("topic", letter.getTopic());
        json.addProperty("partition", letter.getPartition());
        json.addProperty("offset", letter.getOffset());
        json.addProperty("attempts", letter.getAttempts());
        json.addProperty("error_class", letter.getErrorClass());
        json.addProperty("reason", letter.getReason());
        json.addProperty("state", Words.of(letter.getState()));
        json.add("created_at", Json.time(letter.getCreatedAt()));
        json.add("closed_at", letter.hasClosedAt() ? Json.time(letter.getClosedAt()) : JsonNull.INSTANCE);
        json.add("closed_by", Json.text(letter.getClosedBy()));
        return json;
    }

    /** With its content as text. */
    public static JsonObject of(GetDeadLetterResponse whole) {
        JsonObject json = of(whole.getDeadLetter());
        json.add("key", whole.hasKey() ? new JsonPrimitive(whole.getKey().toStringUtf8()) : JsonNull.INSTANCE);
        json.add("value", whole.hasValue() ? new JsonPrimitive(whole.getValue().toStringUtf8()) : JsonNull.INSTANCE);
        json.add("headers", Json.array(whole.getHeadersList(), DeadLetterDocument::header));
        return json;
    }

    private static JsonObject header(DeadLetterHeader header) {
        JsonObject json = new JsonObject();
        json.addProperty("name", header.getName());
        json.add(
                "value", header.hasValue() ? new JsonPrimitive(header.getValue().toStringUtf8()) : JsonNull.INSTANCE);
        return json;
    }
}
