package dev.pawl.cli.hooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import java.util.List;

/**
 * Pawl's part of the settings of Claude Code. Everything else in them stays as it is.
 *
 * @param program the word of a shell that starts Pawl
 * @see <a href="https://docs.claude.com/en/docs/claude-code/hooks">Hooks of Claude Code</a>
 */
public record ClaudeCodeHooks(String program) {
    /**
     * How every hook of Pawl begins and ends: the shell keeps the input, and leaves the rest to a process that outlives
     * it. So it takes no time, prints nothing and succeeds, also if Pawl is not there any more. A hook that Claude Code
     * itself runs in the background ends with Claude Code, and loses the last calls.
     */
    private static final String BEFORE = "d=$(cat); { printf %s \"$d\" | nohup ";

    private static final String AFTER = " log claude-code; } >/dev/null 2>&1 &";
    private static final int SECONDS = 10;

    private static final List<String> EVENTS =
            List.of("SessionStart", "PostToolUse", "PostToolUseFailure", "SessionEnd");

    /** The settings of an empty file. */
    public JsonObject alone() {
        return installed(new JsonObject());
    }

    /**
     * Adds the hooks, or replaces those of another Pawl. Returns equal settings if they are complete.
     *
     * @throws CommandFailure if the settings have another form
     */
    public JsonObject installed(JsonObject settings) {
        JsonObject result = settings.deepCopy();
        JsonObject hooks = hooks(result);
        for (String event : EVENTS) {
            JsonObject ours = group();
            JsonArray groups = groups(hooks, event);
            if (!isOnlyOurs(groups, ours)) {
                clear(groups);
                groups.add(ours);
                hooks.add(event, groups);
            }
        }
        result.add("hooks", hooks);
        return result;
    }

    /**
     * Removes the hooks of any Pawl, and what is empty without them.
     *
     * @throws CommandFailure if the settings have another form
     */
    public static JsonObject removed(JsonObject settings) {
        JsonObject result = settings.deepCopy();
        JsonObject hooks = hooks(result);
        boolean found = false;
        for (String event : List.copyOf(hooks.keySet())) {
            JsonArray groups = groups(hooks, event);
            if (clear(groups)) {
                found = true;
                if (groups.isEmpty()) {
                    hooks.remove(event);
                }
            }
        }
        if (found && hooks.isEmpty()) {
            result.remove("hooks");
        }
        return result;
    }

    private JsonObject group() {
        JsonObject hook = new JsonObject();
        hook.addProperty("type", "command");
        hook.addProperty("command", BEFORE + program + AFTER);
        hook.addProperty("timeout", SECONDS);
        JsonArray list = new JsonArray();
        list.add(hook);
        JsonObject group = new JsonObject();
        group.add("hooks", list);
        return group;
    }

    private static boolean isOnlyOurs(JsonArray groups, JsonObject ours) {
        int equal = 0;
        int hooks = 0;
        for (JsonElement group : groups) {
            equal += same(group, ours) ? 1 : 0;
            hooks += (int) list(group).asList().stream()
                    .filter(ClaudeCodeHooks::isOurs)
                    .count();
        }
        return equal == 1 && hooks == 1;
    }

    /** Numbers are compared as they are written: read, they are of another class. */
    private static boolean same(JsonElement one, JsonElement other) {
        return one.toString().equals(other.toString());
    }

    /** Whether there was something to remove. */
    private static boolean clear(JsonArray groups) {
        boolean found = false;
        for (int i = groups.size() - 1; i >= 0; i--) {
            JsonArray list = list(groups.get(i));
            if (list.asList().removeIf(ClaudeCodeHooks::isOurs)) {
                found = true;
                if (list.isEmpty()) {
                    groups.remove(i);
                }
            }
        }
        return found;
    }

    private static boolean isOurs(JsonElement hook) {
        return hook.isJsonObject()
                && hook.getAsJsonObject().get("command") instanceof JsonPrimitive command
                && command.getAsString().endsWith(AFTER);
    }

    private static JsonObject hooks(JsonObject settings) {
        JsonElement hooks = settings.get("hooks");
        if (hooks == null) {
            return new JsonObject();
        }
        if (!hooks.isJsonObject()) {
            throw unexpected("hooks", "an object");
        }
        return hooks.getAsJsonObject();
    }

    private static JsonArray groups(JsonObject hooks, String event) {
        JsonElement groups = hooks.get(event);
        if (groups == null) {
            return new JsonArray();
        }
        if (!groups.isJsonArray()) {
            throw unexpected("hooks." + event, "an array");
        }
        return groups.getAsJsonArray();
    }

    /** The hooks of a group; none if it has another form, which is Claude Code's to report. */
    private static JsonArray list(JsonElement group) {
        return group.isJsonObject() && group.getAsJsonObject().get("hooks") instanceof JsonArray hooks
                ? hooks
                : new JsonArray();
    }

    private static CommandFailure unexpected(String key, String form) {
        return new CommandFailure(
                ExitCode.CONFIGURATION, "%s is not %s in these settings; correct it first".formatted(key, form));
    }
}
