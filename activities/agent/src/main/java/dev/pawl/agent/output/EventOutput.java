package dev.pawl.agent.output;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.ToolCall;
import dev.pawl.host.process.ProcessResult.End;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Output in JSON lines. A run is finished only if an event says so and the exit code is good. */
public final class EventOutput implements AgentOutput {
    private final Conversation conversation;
    private final EventReader reader;

    public EventOutput(AgentRun run, AgentListener listener, Function<Conversation, EventReader> reader) {
        this.conversation = new Conversation(run, listener);
        this.reader = reader.apply(conversation);
    }

    @Override
    public boolean line(String line) {
        for (JsonNode event : JsonLines.events(line, reader::isEvent)) {
            reader.event(event);
        }
        return true;
    }

    @Override
    public void remark(String line) {
        reader.remark(line);
    }

    @Override
    public boolean done() {
        return conversation.isFinished() || conversation.failure() != null;
    }

    @Override
    public boolean mustStop() {
        return conversation.stopped() != null;
    }

    @Override
    public @Nullable String pending() {
        return conversation.tools().open();
    }

    @Override
    public AgentVerdict verdict(RunEnd end) {
        if (conversation.isFinished()) {
            return finished(end);
        }
        AgentVerdict stopped = conversation.stopped();
        if (stopped != null && end.process().end() == End.CANCELLED) {
            return stopped;
        }
        AgentVerdict failure = conversation.failure();
        return AgentVerdict.fromOutside(end.run(), end.process().end(), pending())
                .orElseGet(() -> failure == null
                        ? silent(end)
                        : reader.refined(failure, end.process().exitCode(), end.stderr()));
    }

    private AgentVerdict finished(RunEnd end) {
        Integer exitCode = end.process().exitCode();
        // Ended by Pawl after its last event: it did not exit by itself.
        if (exitCode != null && exitCode != 0) {
            return AgentVerdict.crashed(exitCode, end.stderr());
        }
        return conversation.tools().endedDenied()
                ? AgentVerdict.of(Ending.REFUSED, "was not permitted a tool it needed, and gave up")
                : AgentVerdict.of(Ending.FINISHED, "finished");
    }

    private AgentVerdict silent(RunEnd end) {
        Integer exitCode = end.process().exitCode();
        AgentVerdict crashed = AgentVerdict.crashed(exitCode, end.stderr());
        return reader.silent(exitCode, end.stderr(), crashed.reason()).orElse(crashed);
    }

    @Override
    public Usage usage() {
        return conversation.usage();
    }

    @Override
    public Map<String, Usage> usageByModel() {
        return conversation.usageByModel();
    }

    @Override
    public void costs(Usage priced) {
        conversation.costs(priced.costUsd());
    }

    @Override
    public String finalText() {
        return conversation.said();
    }

    @Override
    public List<ToolCall> toolCalls() {
        return conversation.tools().all();
    }

    @Override
    public @Nullable String sessionId() {
        return conversation.sessionId();
    }

    @Override
    public @Nullable String model() {
        return conversation.model();
    }
}
