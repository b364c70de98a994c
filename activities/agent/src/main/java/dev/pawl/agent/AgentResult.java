package dev.pawl.agent;

import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run, poor ones included.
 *
 * @param reason one line for people
 * @param retryable whether the same run again can go better
 * @param resetsAt for {@link Ending#RATE_LIMITED}: when the provider said it opens again; for {@link
 *     Ending#ACCOUNT_BUDGET}: when the day of the budget ends
 * @param question what the agent wants to know from a person
 * @param dispute which check contradicts the task, and why, as the agent says
 * @param finalText the agent's last words, bounded; empty when it said nothing. Not redacted
 * @param usage all that was spent, also by a run that was killed; its cost as the agent told it, else by list prices
 * @param toolCalls in their order, the newest {@value #TOOL_CALLS}. Redacted
 * @param agentSessionId as the agent names its session
 * @param model that did the work, where the agent told it, else the one that was asked for
 * @param exitCode absent when the run was ended by us or never started
 * @param transcript what the agent put out, bounded; a file beside the run directory. Not redacted
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
        Path transcript) {
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
        return new AgentResult(
                other,
                because,
                again,
                resets,
                question,
                dispute,
                finalText,
                usage,
                toolCalls,
                agentSessionId,
                model,
                exitCode,
                transcript);
    }

    /** For an agent that never started. */
    public static AgentResult notInstalled(String reason, Path transcript) {
        return new AgentResult(
                Ending.NOT_INSTALLED,
                reason,
                false,
                null,
                null,
                null,
                "",
                Usage.NONE,
                List.of(),
                null,
                null,
                null,
                transcript);
    }
}
