package dev.pawl.cli.document;

import com.google.gson.JsonObject;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Action;

/** An action of an agent, as a document. */
public final class ActionDocument {
    private ActionDocument() {}

    public static JsonObject of(Action action) {
        JsonObject json = new JsonObject();
        json.addProperty("session", action.getSessionId());
        json.addProperty("iteration", action.getIteration());
        json.addProperty("number", action.getNumber());
        json.addProperty("position", action.getPosition());
        json.add("kind", Json.text(Words.of(action.getKind())));
        json.add("tool", Json.text(action.getTool()));
        json.add("text", Json.text(action.getText()));
        json.add("outcome", Json.text(Words.of(action.getOutcome())));
        json.add("created_at", Json.time(action.getCreatedAt()));
        json.add("updated_at", Json.time(action.getUpdatedAt()));
        return json;
    }
}
