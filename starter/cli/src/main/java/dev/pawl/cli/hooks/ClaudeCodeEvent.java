package dev.pawl.cli.hooks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ActionKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what Claude Code gives to a hook into an event. Contents of files and outputs of tools are left out. */
public final class ClaudeCodeEvent {
    private static final int LONGEST = 2000;
    private static final Map<ActionKind, Set<String>> TOOLS = Map.of(
            ActionKind.ACTION_KIND_COMMAND, Set.of("Bash", "PowerShell"),
            ActionKind.ACTION_KIND_FILE_EDIT, Set.of("Write", "Edit", "MultiEdit", "NotebookEdit"),
            ActionKind.ACTION_KIND_FILE_READ, Set.of("Read", "NotebookRead", "LS"),
            ActionKind.ACTION_KIND_SEARCH, Set.of("Grep", "Glob", "WebSearch", "LSP", "ToolSearch"),
            ActionKind.ACTION_KIND_QUESTION, Set.of("AskUserQuestion"));
    /** Arguments that say what a tool did, of any tool. */
    private static final List<String> ARGUMENTS = List.of(
            "command", "file_path", "notebook_path", "path", "pattern", "query", "url", "description", "subagent_type");

    private final JsonObject input;

    private ClaudeCodeEvent(JsonObject input) {
        this.input = input;
    }

    /**
     * Reads the input of a hook.
     *
     * @return the event without its task; empty for events of Claude Code that are not reported
     * @throws IllegalArgumentException if it is no input of a hook of Claude Code
     */
    public static Optional<JsonObject> of(String text) {
        JsonElement parsed = JsonParser.parseString(text);
        if (!parsed.isJsonObject()) {
            throw new IllegalArgumentException("the input is no JSON object");
        }
        return new ClaudeCodeEvent(parsed.getAsJsonObject()).event();
    }

    private Optional<JsonObject> event() {
        String name = text(input, "hook_event_name");
        if (name == null) {
            throw new IllegalArgumentException("the input has no hook_event_name");
        }
        return switch (name) {
            case "SessionStart" -> Optional.of(log("open", "source"));
            case "SessionEnd" -> Optional.of(log("completed", "reason"));
            case "PostToolUse" -> Optional.of(action("ok"));
            case "PostToolUseFailure" -> Optional.of(action("failed"));
            default -> Optional.empty();
        };
    }

    private JsonObject log(String status, String detail) {
        JsonObject event = begin("execution_log");
        event.addProperty("status", status);
        JsonObject data = new JsonObject();
        copy(input, detail, data);
        copy(input, "cwd", data);
        event.add("data", data);
        return event;
    }

    private JsonObject action(String outcome) {
        String tool = text(input, "tool_name");
        JsonObject event = begin("agent_action");
        event.addProperty("action", Words.of(kind(tool)));
        if (input.get("duration_ms") instanceof JsonPrimitive millis && millis.isNumber()) {
            event.addProperty("duration_ms", Math.max(0, Math.round(millis.getAsDouble())));
        }
        JsonObject data = new JsonObject();
        data.addProperty("tool", tool == null ? "" : bounded(tool));
        data.addProperty("outcome", outcome);
        copy(input, "tool_use_id", data);
        copy(input, "cwd", data);
        copy(input, "error", data);
        if (input.get("tool_input") instanceof JsonObject arguments) {
            ARGUMENTS.forEach(argument -> copy(arguments, argument, data));
        }
        event.add("data", data);
        return event;
    }

    private JsonObject begin(String type) {
        JsonObject event = new JsonObject();
        event.addProperty("id", UUID.randomUUID().toString());
        event.addProperty("type", type);
        event.addProperty("session_id", session());
        event.addProperty("occurred_at", Instant.now().toString());
        event.addProperty("agent", "claude-code");
        return event;
    }

    private String session() {
        String id = String.valueOf(text(input, "session_id")).toLowerCase(Locale.ROOT);
        // Java also takes shorter forms, which Pawl refuses later.
        if (id.length() != 36 || !UUID.fromString(id).toString().equals(id)) {
            throw new IllegalArgumentException("the session '" + bounded(id) + "' is no UUID");
        }
        return id;
    }

    private static ActionKind kind(@Nullable String tool) {
        return TOOLS.entrySet().stream()
                .filter(entry -> tool != null && entry.getValue().contains(tool))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ActionKind.ACTION_KIND_TOOL);
    }

    private static void copy(JsonObject from, String name, JsonObject to) {
        String value = text(from, name);
        if (value != null) {
            to.addProperty(name, bounded(value));
        }
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : null;
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
