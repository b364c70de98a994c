package dev.pawl.db.judgement;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The cost of one call of a judge, whatever it answered.
 *
 * @param id new for each call
 * @param costUsd US dollars; absent means unknown, never zero
 * @param estimatedUsd the part of the cost that comes from a table of prices; absent if the judge reported all of it
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
