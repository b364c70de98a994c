package dev.pawl.agent.opencode;

import static dev.pawl.agent.output.JsonLines.count;
import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.Conversation;
import dev.pawl.agent.output.EventReader;
import dev.pawl.agent.output.JsonLines;
import dev.pawl.agent.output.StartFailure;
import dev.pawl.workflows.model.evidence.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events of {@code opencode run --format json}: one step is one model turn, and no event marks the end. */
final class OpenCodeEvents implements EventReader {
    private static final Set<String> TYPES =
            Set.of("step_start", "step_finish", "text", "reasoning", "tool_use", "error");
    private static final Set<String> GOES_ON = Set.of("tool-calls", "unknown");
    private static final Pattern DENIED = Pattern.compile("(?i)permission|rejected|prevents|not allowed|denied");
    private static final Pattern USAGE_ERROR = Pattern.compile("(?i)unknown argument|^opencode run \\[message");
    private static final Pattern SIGN_IN = Pattern.compile("(?i)api key|credential|auth login|ProviderInit");

    /** A failed request of the agent itself, in its log. */
    private static final Pattern IN_VAIN =
            Pattern.compile("level=ERROR .*message=\"stream error\" .*small=false .*error\\.error=\"([^\"]*)");

    /** It retries indefinitely, with growing pauses: this many retries take about 15 seconds. */
    private static final int PATIENCE = 4;

    private final Conversation conversation;
    private int failedRequests;

    OpenCodeEvents(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public boolean isEvent(JsonNode object) {
        String type = text(object, "type");
        return type != null && TYPES.contains(type) && object.has("timestamp");
    }

    @Override
    public void event(JsonNode event) {
        failedRequests = 0;
        conversation.session(text(event, "sessionID"));
        JsonNode part = event.path("part");
        switch (event.path("type").asText()) {
            case "step_start" -> conversation.turn();
            case "text" -> conversation.message(text(part, "text"));
            case "tool_use" -> tool(part);
            case "step_finish" -> step(part);
            case "error" -> conversation.failed(OpenCodeFailure.of(event.path("error")));
            default -> {}
        }
    }

    @Override
    public void remark(String line) {
        Matcher matcher = IN_VAIN.matcher(line);
        if (matcher.find()) {
            failedRequests++;
            conversation.retry(matcher.group(1));
            if (failedRequests >= PATIENCE) {
                conversation.stop(OpenCodeFailure.ofWords(matcher.group(1)));
            }
        }
    }

    private void tool(JsonNode part) {
        String id = part.path("callID").asText("");
        JsonNode state = part.path("state");
        String tool = part.path("tool").asText("tool");
        conversation.tool(id, OpenCodeTools.KINDS.of(tool), tool, JsonLines.subject(state.path("input")));
        conversation.toolEnded(id, outcome(state));
    }

    private static Outcome outcome(JsonNode state) {
        if ("completed".equals(text(state, "status"))) {
            return Outcome.SUCCEEDED;
        }
        return DENIED.matcher(state.path("error").asText("")).find() ? Outcome.DENIED : Outcome.FAILED;
    }

    private void step(JsonNode part) {
        JsonNode tokens = part.path("tokens");
        JsonNode cache = tokens.path("cache");
        Usage before = conversation.usage();
        Usage step = new Usage(
                count(tokens, "input"),
                count(tokens, "output") + count(tokens, "reasoning"),
                count(cache, "read"),
                count(cache, "write"),
                cost(part),
                1);
        conversation.spent(before.plus(step));
        if (!GOES_ON.contains(part.path("reason").asText("unknown"))) {
            conversation.finished();
        }
    }

    /** For a model without a known price it reports 0. */
    private static @Nullable BigDecimal cost(JsonNode part) {
        BigDecimal cost = JsonLines.money(part, "cost");
        return cost == null || cost.signum() == 0 ? null : cost;
    }

    @Override
    public Optional<AgentVerdict> silent(@Nullable Integer exitCode, String stderr, String reason) {
        return StartFailure.of(stderr, USAGE_ERROR, SIGN_IN);
    }
}
