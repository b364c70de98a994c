package dev.pawl.agent.qwen;

import static dev.pawl.agent.output.JsonLines.count;
import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.Conversation;
import dev.pawl.agent.output.EventReader;
import dev.pawl.agent.output.JsonLines;
import dev.pawl.agent.output.ProviderError;
import dev.pawl.agent.output.StartFailure;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events of {@code qwen -o stream-json}: like Claude Code's, but a provider's refusal is reported as a reply. */
final class QwenEvents implements EventReader {
    private static final Set<String> TYPES = Set.of("system", "assistant", "user", "result");
    private static final Pattern SIGN_IN =
            Pattern.compile("(?i)missing api key|api key|no auth type|auth method|log in");
    private static final Pattern USAGE_ERROR = Pattern.compile("(?i)unknown arguments?:|invalid values:");
    private static final Pattern DENIED = Pattern.compile("(?i)denied|permission|not allowed|declined");
    private static final String TURN_LIMIT = "max session turns";

    private final Conversation conversation;

    QwenEvents(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public boolean isEvent(JsonNode object) {
        String type = text(object, "type");
        return type != null && TYPES.contains(type) && text(object, "session_id") != null;
    }

    @Override
    public void event(JsonNode event) {
        conversation.session(text(event, "session_id"));
        switch (event.path("type").asText()) {
            case "system" -> conversation.model(text(event, "model"));
            case "assistant" -> assistant(event);
            case "user" -> results(event.path("message").path("content"));
            case "result" -> result(event);
            default -> {}
        }
    }

    private void assistant(JsonNode event) {
        conversation.turn();
        JsonNode message = event.path("message");
        conversation.spent(conversation.usage().plus(usage(message.path("usage"), 1)));
        for (JsonNode block : message.path("content")) {
            if ("tool_use".equals(text(block, "type"))) {
                tool(block.path("id").asText(""), block.path("name").asText("tool"), block.path("input"));
            } else {
                conversation.message(text(block, "text"));
            }
        }
    }

    private void tool(String id, String tool, JsonNode input) {
        conversation.tool(id, QwenTools.KINDS.of(tool), tool, JsonLines.subject(input));
    }

    private void results(JsonNode content) {
        for (JsonNode block : content) {
            String id = text(block, "tool_use_id");
            if (id != null) {
                conversation.toolEnded(id, outcome(block));
            }
        }
    }

    private static Outcome outcome(JsonNode block) {
        if (!block.path("is_error").asBoolean(false)) {
            return Outcome.SUCCEEDED;
        }
        return DENIED.matcher(block.path("content").toString()).find() ? Outcome.DENIED : Outcome.FAILED;
    }

    private void result(JsonNode event) {
        Usage reported = usage(event.path("usage"), conversation.turns()).since(conversation.before());
        Usage sum = conversation.usage();
        conversation.spent(reported.totalTokens() >= sum.totalTokens() ? reported : sum);
        String said = text(event, "result");
        String reply = Objects.requireNonNullElse(
                said, event.path("error").path("message").asText("failed"));
        Optional<AgentVerdict> refused = QwenFailure.of(reply);
        if (refused.isPresent()) {
            conversation.failed(refused.get());
        } else if (event.path("is_error").asBoolean(true)) {
            conversation.failed(ProviderError.ofWords(ending(reply), reply));
        } else {
            conversation.reply(said);
            conversation.finished();
        }
    }

    private static Ending ending(String reply) {
        if (reply.contains(TURN_LIMIT)) {
            return Ending.TURN_LIMIT;
        }
        return SIGN_IN.matcher(reply).find() ? Ending.UNAUTHENTICATED : Ending.CRASHED;
    }

    /** Cache reads are also included in the input. */
    private static Usage usage(JsonNode usage, int turns) {
        long cached = count(usage, "cache_read_input_tokens");
        return new Usage(
                Math.max(0, count(usage, "input_tokens") - cached),
                count(usage, "output_tokens"),
                cached,
                0,
                null,
                turns);
    }

    @Override
    public Optional<AgentVerdict> silent(@Nullable Integer exitCode, String stderr, String reason) {
        if (stderr.contains(TURN_LIMIT)) {
            return Optional.of(AgentVerdict.of(Ending.TURN_LIMIT, "reached its limit of turns"));
        }
        return StartFailure.of(stderr, USAGE_ERROR, SIGN_IN);
    }
}
