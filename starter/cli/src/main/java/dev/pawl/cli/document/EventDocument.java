package dev.pawl.cli.document;

import com.google.gson.JsonObject;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Event;

/** One event as a line of {@code -o jsonl}. */
public final class EventDocument {
    private EventDocument() {}

    public static JsonObject of(Event event) {
        JsonObject json = new JsonObject();
        json.addProperty("sequence", event.getSequence());
        json.add("type", Json.text(Words.of(event.getType())));
        json.add("created_at", Json.time(event.getCreatedAt()));
        json.add("payload", Json.object(event.getPayload()));
        return json;
    }
}
