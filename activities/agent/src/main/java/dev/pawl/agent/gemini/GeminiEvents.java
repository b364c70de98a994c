package dev.pawl.agent.gemini;

import static dev.pawl.agent.output.JsonLines.count;
import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.Conversation;
import dev.pawl.agent.output.EventReader;
import dev.pawl.agent.output.JsonLines;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events of {@code gemini -o stream-json}. Messages come in pieces. */
final class GeminiEvents implements EventReader {
    private static final Set<String> TYPES = Set.of("init", "message", "tool_use", "tool_result", "error", "result");
    private static final Pattern DENIED = Pattern.compile("(?i)denied|polic|not allowed|permission");

    private final Conversation conversation;
    private final StringBuilder message = new StringBuilder();
    private boolean modelIsNext = true;

    GeminiEvents(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public boolean isEvent(JsonNode object) {
        String type = text(object, "type");
        return type != null && TYPES.contains(type) && object.has("timestamp");
    }

    @Override
    public void event(JsonNode event) {
        switch (event.path("type").asText()) {
            case "init" -> {
                conversation.session(text(event, "session_id"));
                conversation.model(text(event, "model"));
            }
            case "message" -> message(event);
            case "tool_use" -> toolUse(event);
            case "tool_result" -> toolResult(event);
            case "result" -> result(event);
            default -> {}
        }
    }

    private void message(JsonNode event) {
        if ("assistant".equals(text(event, "role"))) {
            turn();
            message.append(event.path("content").asText(""));
        }
    }

    private void toolUse(JsonNode event) {
        turn();
        said();
        String tool = event.path("tool_name").asText("tool");
        conversation.tool(
                event.path("tool_id").asText(""),
                GeminiTools.KINDS.of(tool),
                tool,
                JsonLines.subject(event.path("parameters")));
    }

    private void toolResult(JsonNode event) {
        modelIsNext = true;
        conversation.toolEnded(event.path("tool_id").asText(""), outcome(event));
    }

    private static Outcome outcome(JsonNode event) {
        if ("success".equals(text(event, "status"))) {
            return Outcome.SUCCEEDED;
        }
        String why = event.path("error").toString() + event.path("output").asText("");
        return DENIED.matcher(why).find() ? Outcome.DENIED : Outcome.FAILED;
    }

    /** Begins with the first output of the model after the results of tools. */
    private void turn() {
        if (modelIsNext) {
            modelIsNext = false;
            conversation.turn();
        }
    }

    private void said() {
        conversation.message(message.toString());
        message.setLength(0);
    }

    private void result(JsonNode event) {
        said();
        spent(event.path("stats"));
        if ("success".equals(text(event, "status"))) {
            conversation.finished();
        } else {
            JsonNode error = event.path("error");
            conversation.failed(GeminiFailure.of(
                    error.path("type").asText(""), error.path("message").asText("failed")));
        }
    }

    /** A small model does auxiliary work besides the requested model, at another price. */
    private void spent(JsonNode stats) {
        Map<String, Usage> byModel = new HashMap<>();
        stats.path("models").forEachEntry((name, tokens) -> byModel.put(name, usage(tokens)));
        conversation.spentBy(byModel);
        conversation.spent(usage(stats));
    }

    /** Thinking is only in the total, and billed as output. */
    private Usage usage(JsonNode stats) {
        long all = count(stats, "input_tokens");
        long cached = count(stats, "cached");
        return new Usage(
                Math.max(0, all - cached),
                Math.max(count(stats, "output_tokens"), count(stats, "total_tokens") - all),
                cached,
                0,
                null,
                conversation.turns());
    }

    @Override
    public AgentVerdict refined(AgentVerdict failure, @Nullable Integer exitCode, String stderr) {
        return GeminiFailure.refined(failure, exitCode, stderr);
    }

    @Override
    public Optional<AgentVerdict> silent(@Nullable Integer exitCode, String stderr, String reason) {
        return GeminiFailure.ofStart(exitCode, stderr, reason);
    }
}
