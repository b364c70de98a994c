package dev.pawl.agent;

import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.evidence.UsageLimit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the result of a run: by default of one that said, used and left nothing. Not thread-safe. */
public final class AgentResultBuilder {
    private final Ending ending;
    private final String reason;
    private boolean retryable;
    private @Nullable Instant resetsAt;
    private @Nullable String question;
    private @Nullable String dispute;
    private String finalText = "";
    private Usage usage = Usage.NONE;
    private List<ToolCall> toolCalls = List.of();
    private @Nullable String agentSessionId;
    private @Nullable String model;
    private @Nullable Integer exitCode;
    private final Path transcript;
    private @Nullable UsageLimit limit;

    AgentResultBuilder(Ending ending, String reason, Path transcript) {
        this.ending = ending;
        this.reason = reason;
        this.transcript = transcript;
    }

    /** The same run with another ending. */
    AgentResultBuilder(AgentResult result, Ending ending, String reason) {
        this(ending, reason, result.transcript());
        retryable = result.retryable();
        resetsAt = result.resetsAt();
        question = result.question();
        dispute = result.dispute();
        finalText = result.finalText();
        usage = result.usage();
        toolCalls = result.toolCalls();
        agentSessionId = result.agentSessionId();
        model = result.model();
        exitCode = result.exitCode();
        limit = result.limit();
    }

    public AgentResultBuilder retryable(boolean value) {
        retryable = value;
        return this;
    }

    public AgentResultBuilder resetsAt(@Nullable Instant value) {
        resetsAt = value;
        return this;
    }

    public AgentResultBuilder question(@Nullable String value) {
        question = value;
        return this;
    }

    public AgentResultBuilder dispute(@Nullable String value) {
        dispute = value;
        return this;
    }

    public AgentResultBuilder finalText(String value) {
        finalText = value;
        return this;
    }

    public AgentResultBuilder usage(Usage value) {
        usage = value;
        return this;
    }

    public AgentResultBuilder toolCalls(List<ToolCall> value) {
        toolCalls = value;
        return this;
    }

    public AgentResultBuilder agentSessionId(@Nullable String value) {
        agentSessionId = value;
        return this;
    }

    public AgentResultBuilder model(@Nullable String value) {
        model = value;
        return this;
    }

    public AgentResultBuilder exitCode(@Nullable Integer value) {
        exitCode = value;
        return this;
    }

    public AgentResultBuilder limit(@Nullable UsageLimit value) {
        limit = value;
        return this;
    }

    public AgentResult build() {
        return new AgentResult(
                ending,
                reason,
                retryable,
                resetsAt,
                question,
                dispute,
                finalText,
                usage,
                toolCalls,
                agentSessionId,
                model,
                exitCode,
                transcript,
                limit);
    }
}
