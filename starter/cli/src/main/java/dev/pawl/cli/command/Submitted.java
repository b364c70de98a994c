package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.terminal.Terminal;

/**
 * What was submitted.
 *
 * @param webUi empty if the gateway knows none
 * @param registered whether a worker has started it
 */
public record Submitted(String id, String title, String webUi, boolean registered) {
    /** @param kind such as {@code task} */
    public Submitted announced(String kind, Terminal terminal) {
        terminal.say(kind + " " + id + ": " + title);
        if (!webUi.isEmpty()) {
            terminal.say("web ui: " + webUi);
        }
        if (!registered) {
            terminal.say("note: no worker has started it yet; see: pawl doctor");
        }
        return this;
    }

    public JsonObject document() {
        JsonObject json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("title", title);
        json.addProperty("registered", registered);
        JsonObject links = new JsonObject();
        links.add("web_ui", Json.text(webUi));
        json.add("links", links);
        return json;
    }
}
