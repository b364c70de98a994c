package dev.pawl.task.judge;

import dev.pawl.db.judgement.JudgeCall;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;

/** The usage of a judge's call, for its row. */
final class UsageOf {
    private UsageOf() {}

    /** Tokens as the server counted them. Servers report no cost. */
    static Usage answer(ChatResponse answer) {
        var usage = answer.getMetadata().getUsage();
        return new Usage(
                number(usage.getPromptTokens()),
                number(usage.getCompletionTokens()),
                number(usage.getCacheReadInputTokens()),
                number(usage.getCacheWriteInputTokens()),
                null,
                1);
    }

    static JudgeCall call(UUID id, JudgeIteration input, Usage usage) {
        return new JudgeCall(
                id,
                input.taskId(),
                input.iteration(),
                input.judge().asked(),
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cacheReadTokens(),
                usage.cacheWriteTokens(),
                usage.costUsd(),
                usage.turns(),
                usage.estimatedUsd());
    }

    private static long number(@Nullable Number tokens) {
        return tokens == null ? 0 : tokens.longValue();
    }
}
