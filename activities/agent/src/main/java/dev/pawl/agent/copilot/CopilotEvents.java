package dev.pawl.agent.copilot;

import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.Conversation;
import dev.pawl.agent.output.EventReader;
import dev.pawl.agent.output.JsonLines;
import dev.pawl.agent.output.StartFailure;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events of {@code copilot --output-format json}. The last one has the exit code and no reason. */
final class CopilotEvents implements EventReader {
    private static final String RESULT = "result";
    private static final Pattern USAGE_ERROR = Pattern.compile("(?i)unknown option|unexpected argument|invalid value");
    private static final Pattern DENIED = Pattern.compile("(?i)denied|permission|rejected");

    /** It tries six times, with longer pauses the busier the provider: this takes up to half a minute. */
    private static final int PATIENCE = 4;

    private final Conversation conversation;
    private @Nullable AgentVerdict error;

    CopilotEvents(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public boolean isEvent(JsonNode object) {
        String type = text(object, "type");
        return type != null
                && object.has("timestamp")
                && (type.equals(RESULT)
                        ? object.has("exitCode")
                        : object.path("data").isObject());
    }

    @Override
    public void event(JsonNode event) {
        JsonNode data = event.path("data");
        switch (event.path("type").asText()) {
            case "assistant.turn_start" -> turn();
            case "assistant.turn_retry" ->
                conversation.retry(
                        "retries the model request: " + data.path("reason").asText("-"));
            case "model.call_failure" -> failedCall(data);
            case "assistant.message" -> message(data);
            case "tool.execution_start" ->
                tool(data.path("toolCallId").asText(""), data.path("toolName").asText("tool"), data.path("arguments"));
            case "tool.execution_complete" ->
                conversation.toolEnded(data.path("toolCallId").asText(""), outcome(data));
            case "session.error" -> error = CopilotFailure.of(data);
            case RESULT -> result(event);
            default -> {}
        }
    }

    private void turn() {
        conversation.turn();
        conversation.spent(new Usage(0, 0, 0, 0, null, conversation.turns()));
    }

    /** Requests of its sub-agents do not count: the work may continue without them. */
    private void failedCall(JsonNode data) {
        boolean own = "top_level".equals(text(data, "source"));
        if (own && data.path("retryAttempt").asInt(0) + 1 >= PATIENCE) {
            conversation.stop(CopilotFailure.ofCall(data));
        }
    }

    private void message(JsonNode data) {
        error = null;
        conversation.model(text(data, "model"));
        conversation.message(text(data, "content"));
    }

    private void tool(String id, String tool, JsonNode arguments) {
        conversation.tool(id, CopilotTools.KINDS.of(tool), tool, JsonLines.subject(arguments));
    }

    private static Outcome outcome(JsonNode data) {
        if (data.path("success").asBoolean(false)) {
            return Outcome.SUCCEEDED;
        }
        String why = data.path("error").toString()
                + data.path("result").path("content").asText("");
        return DENIED.matcher(why).find() ? Outcome.DENIED : Outcome.FAILED;
    }

    private void result(JsonNode event) {
        conversation.session(text(event, "sessionId"));
        int code = event.path("exitCode").asInt(1);
        if (error != null) {
            conversation.failed(error);
        } else if (code == 0) {
            conversation.finished();
        } else {
            conversation.failed(AgentVerdict.of(Ending.CRASHED, "it says that it failed with exit code " + code));
        }
    }

    @Override
    public Optional<AgentVerdict> silent(@Nullable Integer exitCode, String stderr, String reason) {
        if (error != null) {
            return Optional.of(error);
        }
        return StartFailure.of(stderr, USAGE_ERROR, CopilotFailure.SIGN_IN);
    }
}
