package dev.pawl.agent;

import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.evidence.UsageLimit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run, poor ones included.
 *
 * @param reason one line for people
 * @param retryable whether a retry may succeed
 * @param resetsAt for {@link Ending#RATE_LIMITED}: when the provider said it resets; for {@link Ending#ACCOUNT_BUDGET}:
 *     the end of the budget's day
 * @param question the agent's question to a person
 * @param dispute the check that contradicts the task according to the agent, and why
 * @param finalText the agent's final message, bounded; empty if there is none. Not redacted
 * @param usage total usage, even of a killed run; the cost as reported by the agent, else from list prices
 * @param toolCalls in order, the newest {@value #TOOL_CALLS}. Redacted
 * @param agentSessionId the agent's own session id
 * @param model the model as the agent reported it, else the requested one
 * @param exitCode absent if Pawl ended the run or it never started
 * @param transcript output of the agent, bounded; a file beside the run directory. Not redacted
 * @param limit for {@link Ending#RATE_LIMITED}: what is limited; absent if unknown
 */
public record AgentResult(
        Ending ending,
        String reason,
        boolean retryable,
        @Nullable Instant resetsAt,
        @Nullable String question,
        @Nullable String dispute,
        String finalText,
        Usage usage,
        List<ToolCall> toolCalls,
        @Nullable String agentSessionId,
        @Nullable String model,
        @Nullable Integer exitCode,
        Path transcript,
        @Nullable UsageLimit limit) {
    public static final int TOOL_CALLS = 1000;

    public AgentResult {
        toolCalls = List.copyOf(toolCalls);
    }

    /** The same run with another ending. */
    public AgentResult endedSo(Ending other, String because, @Nullable Instant resets) {
        return endedSo(other, because, retryable, resets);
    }

    /** The same run, for which a retry may succeed. */
    public AgentResult retryableAs(Ending other, String because) {
        return endedSo(other, because, true, resetsAt);
    }

    private AgentResult endedSo(Ending other, String because, boolean again, @Nullable Instant resets) {
        return new AgentResultBuilder(this, other, because)
                .retryable(again)
                .resetsAt(resets)
                .build();
    }

    public static AgentResultBuilder builder(Ending ending, String reason, Path transcript) {
        return new AgentResultBuilder(ending, reason, transcript);
    }

    /** For an agent that never started. */
    public static AgentResult notInstalled(String reason, Path transcript) {
        return builder(Ending.NOT_INSTALLED, reason, transcript).build();
    }
}
