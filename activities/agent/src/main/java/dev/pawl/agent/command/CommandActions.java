package dev.pawl.agent.command;

import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.ActionKind;
import dev.pawl.agent.ToolCall.Outcome;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads events of type {@code action}. */
final class CommandActions {
    /** Kinds without an event of their own. */
    private static final Set<ActionKind> KINDS = EnumSet.of(
            ActionKind.COMMAND, ActionKind.FILE_EDIT, ActionKind.FILE_READ, ActionKind.SEARCH, ActionKind.TOOL);

    private CommandActions() {}

    /** Any other word is a tool. */
    static ActionKind kind(JsonNode event) {
        String word = event.path("kind").asText("");
        return KINDS.stream()
                .filter(kind -> kind.wire().equals(word))
                .findFirst()
                .orElse(ActionKind.TOOL);
    }

    /** Without a tool name, an unknown kind is the name. */
    static String tool(JsonNode event) {
        String tool = text(event, "tool");
        if (tool != null) {
            return tool;
        }
        String word = event.path("kind").asText("");
        return kind(event).wire().equals(word) ? "" : word;
    }

    /** Absent while it runs. */
    static Optional<Outcome> outcome(JsonNode event) {
        return switch (event.path("outcome").asText("")) {
            case "ok" -> Optional.of(Outcome.SUCCEEDED);
            case "failed" -> Optional.of(Outcome.FAILED);
            case "denied" -> Optional.of(Outcome.DENIED);
            default -> Optional.empty();
        };
    }
}
