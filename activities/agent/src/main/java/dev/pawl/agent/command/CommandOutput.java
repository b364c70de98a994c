package dev.pawl.agent.command;

import static dev.pawl.agent.output.JsonLines.count;
import static dev.pawl.agent.output.JsonLines.money;
import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.ToolCall;
import dev.pawl.agent.output.ActionLog;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.JsonLines;
import dev.pawl.agent.output.RunEnd;
import dev.pawl.agent.output.ToolCalls;
import dev.pawl.host.output.OutputTail;
import dev.pawl.workflows.model.evidence.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Output of a {@code command} agent: lines that are events, and plain text. */
final class CommandOutput implements AgentOutput {
    private static final Set<String> TYPES = Set.of("session", "message", "usage", "action", "question", "result");
    private static final int PLAIN_TAIL = 64 * 1024;

    private final ActionLog log;
    private final ToolCalls tools;
    private final OutputTail plain = new OutputTail(PLAIN_TAIL);
    private @Nullable String message;
    private @Nullable String question;
    private @Nullable String sessionId;
    private @Nullable String model;
    private volatile @Nullable JsonNode result;
    private Usage usage = Usage.NONE;
    private int unnamed;

    CommandOutput(AgentListener listener) {
        this.log = new ActionLog(listener);
        this.tools = new ToolCalls(log);
    }

    @Override
    public boolean line(String line) {
        List<JsonNode> events = line.startsWith("{") ? JsonLines.events(line, CommandOutput::isEvent) : List.of();
        if (events.isEmpty()) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            plain.write(bytes, bytes.length);
            if (!line.isBlank()) {
                log.message(line);
            }
        }
        events.forEach(this::event);
        return true;
    }

    private static boolean isEvent(JsonNode node) {
        String type = text(node, "type");
        return type != null && TYPES.contains(type);
    }

    private void event(JsonNode event) {
        switch (event.path("type").asText()) {
            case "session" -> {
                sessionId = text(event, "id");
                model = text(event, "model");
            }
            case "message" -> say(text(event, "text"));
            case "usage" -> usage = usage(event);
            case "action" -> action(event);
            case "question" -> ask(text(event, "text"));
            case "result" -> {
                say(text(event, "text"));
                result = event;
            }
            default -> {}
        }
    }

    private void say(@Nullable String text) {
        if (text != null && !text.equals(message)) {
            message = text;
            log.message(text);
        }
    }

    private void ask(@Nullable String text) {
        question = text;
        if (text != null) {
            log.question(text);
        }
    }

    /** An action without an id is reported once and complete. */
    private void action(JsonNode event) {
        unnamed++;
        String named = text(event, "id");
        String id = named == null ? "#" + unnamed : named;
        tools.started(
                id,
                CommandActions.kind(event),
                CommandActions.tool(event),
                event.path("text").asText(""));
        if (named == null) {
            tools.settled(id);
        }
        CommandActions.outcome(event).ifPresent(outcome -> tools.ended(id, outcome));
    }

    private static Usage usage(JsonNode event) {
        return new Usage(
                count(event, "input_tokens"),
                count(event, "output_tokens"),
                count(event, "cache_read_tokens"),
                count(event, "cache_write_tokens"),
                money(event, "cost_usd"),
                (int) Math.min(count(event, "turns"), Integer.MAX_VALUE));
    }

    @Nullable
    JsonNode result() {
        return result;
    }

    @Override
    public boolean done() {
        return result != null;
    }

    @Override
    public @Nullable String pending() {
        return tools.open();
    }

    @Override
    public AgentVerdict verdict(RunEnd end) {
        return CommandReading.verdict(this, end);
    }

    @Override
    public List<ToolCall> toolCalls() {
        return tools.all();
    }

    @Override
    public Usage usage() {
        return usage;
    }

    @Override
    public String finalText() {
        return message == null ? plain.text().strip() : message;
    }

    @Override
    public @Nullable String question() {
        return question;
    }

    @Override
    public @Nullable String sessionId() {
        return sessionId;
    }

    @Override
    public @Nullable String model() {
        return model;
    }
}
