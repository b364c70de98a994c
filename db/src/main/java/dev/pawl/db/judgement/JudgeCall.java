package dev.pawl.db.judgement;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What asking a judge once cost, whatever it answered.
 *
 * @param id fresh for each time a judge is asked
 * @param costUsd US dollars; absent means unknown, never zero
 * @param estimatedUsd the part of the cost that a table of prices says; absent where the judge told all of it
 */
@Table("judge_call")
public record JudgeCall(
        @Id UUID id,
        String taskId,
        int iteration,
        String judge,
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        int turns,
        @Nullable BigDecimal estimatedUsd) {}
