package dev.pawl.agent.claude;

import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.ToolCall;
import dev.pawl.agent.limit.ProviderSaid;
import dev.pawl.agent.limit.ProviderSaid.Status;
import dev.pawl.agent.output.ActionLog;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.JsonLines;
import dev.pawl.agent.output.RunEnd;
import dev.pawl.agent.output.ToolCalls;
import dev.pawl.workflows.model.evidence.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events of {@code claude --output-format stream-json}. Unknown ones are stored in the transcript and ignored. */
final class ClaudeCodeOutput implements AgentOutput {
    private static final Set<String> TYPES =
            Set.of("system", "assistant", "user", "stream_event", "rate_limit_event", "result");
    /** The agent's own message about an error. */
    private static final String SYNTHETIC = "<synthetic>";

    /** Such as {@code seven_day_opus}. */
    private static final Pattern OF_MODEL = Pattern.compile("(?:five_hour|seven_day)_(?!overage|oauth)\\w+");

    private final @Nullable Long tokenLimit;
    private final Usage before;
    private final ActionLog log;
    private final MessageUsage streamed = new MessageUsage();
    private final ToolCalls tools;
    private @Nullable String sessionId;
    private @Nullable String model;
    private String said = "";
    private String messageId = "";
    private Status limit = Status.UNKNOWN;
    private boolean limitOfModel;
    private String turn = "";
    private volatile boolean overTokens;
    private @Nullable Instant resetsAt;
    private final ClaudeCodeCourse course = new ClaudeCodeCourse();

    /**
     * @param tokens limit of the agent; absent means no limit. It enforces those on turns and cost itself
     * @param before reported usage of the continued session: its last event continues counting from there
     */
    ClaudeCodeOutput(@Nullable Long tokens, Usage before, AgentListener listener) {
        this.tokenLimit = tokens;
        this.before = before;
        this.log = new ActionLog(listener);
        this.tools = new ToolCalls(log);
    }

    @Override
    public boolean line(String line) {
        List<JsonNode> events = JsonLines.events(line, ClaudeCodeOutput::isEvent);
        events.forEach(this::event);
        return events.isEmpty() || events.stream().anyMatch(event -> !is(event, "stream_event"));
    }

    /** The session id distinguishes an event from an object inside one. */
    private static boolean isEvent(JsonNode node) {
        String type = text(node, "type");
        return type != null && TYPES.contains(type) && text(node, "session_id") != null;
    }

    private static boolean is(JsonNode event, String type) {
        return type.equals(text(event, "type"));
    }

    private void event(JsonNode event) {
        sessionId = text(event, "session_id");
        switch (event.path("type").asText()) {
            case "system" -> system(event);
            case "assistant" -> assistant(event);
            case "user" -> toolResults(event.path("message").path("content"));
            case "stream_event" -> streamEvent(event);
            case "rate_limit_event" -> rateLimit(event.path("rate_limit_info"));
            case "result" -> end(event);
            default -> {}
        }
    }

    private void end(JsonNode event) {
        for (JsonNode denial : event.path("permission_denials")) {
            String id = denial.path("tool_use_id").asText("");
            tool(id, denial.path("tool_name").asText("tool"), denial.path("tool_input"));
            tools.denied(id);
        }
        course.ended(ClaudeCodeResult.of(event));
    }

    private void toolResults(JsonNode content) {
        for (JsonNode block : content) {
            String id = text(block, "tool_use_id");
            if (id != null) {
                course.worked();
                boolean failed = block.path("is_error").asBoolean(false);
                tools.ended(id, failed ? ToolCall.Outcome.FAILED : ToolCall.Outcome.SUCCEEDED);
            }
        }
    }

    private void system(JsonNode event) {
        switch (event.path("subtype").asText()) {
            case "init" -> {
                model = text(event, "model");
                course.begins();
            }
            case "api_retry" ->
                log.retry("retries the model request after error %s (%s)"
                        .formatted(
                                event.path("error_status").asText("-"),
                                event.path("error").asText("unknown")));
            case "permission_denied" -> tools.denied(event.path("tool_use_id").asText(""));
            default -> course.task(event);
        }
    }

    private void assistant(JsonNode event) {
        JsonNode message = event.path("message");
        if (SYNTHETIC.equals(text(message, "model"))) {
            return;
        }
        course.worked();
        boolean own = own(event);
        turn(text(message, "id"));
        report(text(message, "id"), message.path("usage"), own);
        for (JsonNode block : message.path("content")) {
            String text = text(block, "text");
            if (is(block, "text") && text != null) {
                said = own ? text : said;
                log.message(text);
            } else if (is(block, "tool_use")) {
                tool(block.path("id").asText(""), block.path("name").asText("tool"), block.path("input"));
            }
        }
    }

    /** Stops before the turn after the one that reached the limit. */
    private void turn(@Nullable String id) {
        if (id != null && !id.equals(turn)) {
            boolean over = tokenLimit != null && streamed.sum().totalTokens() >= tokenLimit;
            overTokens |= over && !turn.isEmpty();
            turn = id;
        }
    }

    private void tool(String id, String tool, JsonNode input) {
        tools.started(id, ClaudeCodeTools.KINDS.of(tool), tool, JsonLines.subject(input));
    }

    private void streamEvent(JsonNode event) {
        course.worked();
        JsonNode inner = event.path("event");
        JsonNode message = inner.path("message");
        String started = text(message, "id");
        messageId = started == null ? messageId : started;
        String named = text(event, "api_message_id");
        report(
                named == null ? messageId : named,
                started == null ? inner.path("usage") : message.path("usage"),
                own(event));
    }

    private void report(@Nullable String id, JsonNode usage, boolean own) {
        if (id != null && !id.isEmpty() && usage.isObject()) {
            streamed.report(id, usage, own);
        }
    }

    private static boolean own(JsonNode event) {
        return text(event, "parent_tool_use_id") == null;
    }

    /** Only the reset of a refusing event counts. */
    private void rateLimit(JsonNode info) {
        limit = switch (info.path("status").asText("")) {
            case "rejected" -> Status.REJECTED;
            case "allowed", "allowed_warning" -> Status.ALLOWED;
            default -> Status.UNKNOWN;
        };
        limitOfModel = OF_MODEL.matcher(info.path("rateLimitType").asText("")).matches();
        resetsAt = JsonLines.time(info, "resetsAt").orElse(null);
    }

    ClaudeCodeCourse course() {
        return course;
    }

    boolean limitReached() {
        return limit == Status.REJECTED;
    }

    @Nullable
    Instant resetsAt() {
        return limitReached() ? resetsAt : null;
    }

    /** Interprets a provider's error, with what was reported about the account before. */
    ProviderSaid said(String words, @Nullable Integer status) {
        return new ProviderSaid(words, status, limit, resetsAt(), limitOfModel);
    }

    @Override
    public boolean mustStop() {
        return overTokens;
    }

    ToolCalls tools() {
        return tools;
    }

    @Override
    public List<ToolCall> toolCalls() {
        return tools.all();
    }

    @Override
    public AgentVerdict verdict(RunEnd end) {
        return ClaudeCodeReading.verdict(this, end);
    }

    @Override
    public boolean done() {
        return course.done();
    }

    /** A tool call, or else a background task. */
    @Override
    public @Nullable String pending() {
        String call = tools.open();
        return call == null ? course.openTask() : call;
    }

    /**
     * The result's figures cover all results so far, except its turns; a run that was ended during a turn has those of
     * its messages, and no cost.
     */
    @Override
    public Usage usage() {
        ClaudeCodeResult last = course.result();
        Usage sum = streamed.sum();
        if (last == null) {
            return sum;
        }
        Usage reported = last.usage().since(before);
        Usage most = reported.totalTokens() >= sum.totalTokens() ? reported : sum;
        return new Usage(
                most.inputTokens(),
                most.outputTokens(),
                most.cacheReadTokens(),
                most.cacheWriteTokens(),
                reported.costUsd(),
                Math.max(sum.turns(), reported.turns()));
    }

    @Override
    public String finalText() {
        ClaudeCodeResult last = course.result();
        return last == null || last.error() ? said : last.answer();
    }

    @Override
    public @Nullable String sessionId() {
        return sessionId;
    }

    @Override
    public @Nullable String model() {
        ClaudeCodeResult last = course.result();
        return model != null || last == null ? model : last.model();
    }
}
