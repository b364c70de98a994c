package dev.pawl.agent.codex;

import static dev.pawl.agent.output.JsonLines.count;
import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.ActionKind;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.Conversation;
import dev.pawl.agent.output.EventReader;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Events of {@code codex exec --json}. An error is final only as {@code turn.failed}. */
final class CodexEvents implements EventReader {
    private static final Set<String> TYPES = Set.of(
            "thread.started",
            "turn.started",
            "turn.completed",
            "turn.failed",
            "item.started",
            "item.updated",
            "item.completed",
            "error");
    private static final String WAITING = "waiting for network";
    /** It retries indefinitely, with growing pauses: this many retries often take half a minute. */
    private static final int PATIENCE = 4;

    private final Conversation conversation;
    private @Nullable String lastError;
    private int waits;

    CodexEvents(Conversation conversation) {
        this.conversation = conversation;
    }

    /** An item may have type error too, but has an id. */
    @Override
    public boolean isEvent(JsonNode object) {
        String type = text(object, "type");
        return type != null && TYPES.contains(type) && !object.has("id");
    }

    @Override
    public void event(JsonNode event) {
        switch (event.path("type").asText()) {
            case "thread.started" -> conversation.session(text(event, "thread_id"));
            case "item.started", "item.updated" -> item(event.path("item"), false);
            case "item.completed" -> item(event.path("item"), true);
            case "turn.completed" -> completed(event.path("usage"));
            case "turn.failed" -> conversation.failed(CodexFailure.of(message(event.path("error"))));
            case "error" -> error(message(event));
            default -> {}
        }
    }

    private void item(JsonNode item, boolean ended) {
        waits = 0;
        switch (item.path("type").asText()) {
            case "agent_message" -> conversation.message(ended ? text(item, "text") : null);
            case "command_execution" ->
                tool(item, ActionKind.COMMAND, "shell", item.path("command").asText(""), ended);
            case "file_change" -> tool(item, ActionKind.FILE_EDIT, "edit", paths(item.path("changes")), ended);
            case "mcp_tool_call" ->
                tool(
                        item,
                        ActionKind.TOOL,
                        item.path("tool").asText("mcp"),
                        item.path("server").asText(""),
                        ended);
            case "web_search" ->
                tool(item, ActionKind.SEARCH, "web_search", item.path("query").asText(""), ended);
            default -> {}
        }
    }

    private static String paths(JsonNode changes) {
        return StreamSupport.stream(changes.spliterator(), false)
                .map(change -> change.path("path").asText(""))
                .collect(Collectors.joining(", "));
    }

    private void tool(JsonNode item, ActionKind kind, String tool, String what, boolean ended) {
        String id = item.path("id").asText("");
        conversation.tool(id, kind, tool, what);
        if (ended) {
            conversation.toolEnded(
                    id,
                    switch (item.path("status").asText("completed")) {
                        case "completed" -> Outcome.SUCCEEDED;
                        case "declined" -> Outcome.DENIED;
                        default -> Outcome.FAILED;
                    });
        }
    }

    /** The usage is that of the whole thread so far: the last one counts, and is never added to another. */
    private void completed(JsonNode usage) {
        long cacheRead = count(usage, "cached_input_tokens");
        long cacheWrite = count(usage, "cache_write_input_tokens");
        conversation.spent(new Usage(
                        Math.max(0, count(usage, "input_tokens") - cacheRead - cacheWrite),
                        count(usage, "output_tokens"),
                        cacheRead,
                        cacheWrite,
                        null,
                        0)
                .since(conversation.before()));
        conversation.finished();
    }

    private void error(String message) {
        lastError = message;
        if (message.startsWith("Reconnecting")) {
            conversation.retry(message);
        }
        waits = message.contains(WAITING) ? waits + 1 : waits;
        if (waits >= PATIENCE) {
            conversation.stop(CodexFailure.of(message));
        }
    }

    private static String message(JsonNode node) {
        String message = text(node, "message");
        return message == null ? "failed without a reason" : message;
    }

    @Override
    public Optional<AgentVerdict> silent(@Nullable Integer exitCode, String stderr, String reason) {
        return lastError == null ? CodexFailure.ofStart(stderr) : Optional.of(CodexFailure.of(lastError));
    }
}
