package dev.pawl.db.plan;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

import dev.pawl.db.judgement.JudgeTotals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What the rows of a plan's task say about it, with exact sums over its sessions.
 *
 * @param costUsd US dollars; absent if none is known
 */
public record PlanTaskRow(
        String taskId,
        String agent,
        int diffFiles,
        int diffAdded,
        int diffRemoved,
        boolean assessed,
        long sessions,
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        @Nullable BigDecimal estimatedUsd,
        long unpriced,
        long turns,
        long durationMillis,
        @Embedded(onEmpty = USE_EMPTY, prefix = "judge_") JudgeTotals judges) {}
