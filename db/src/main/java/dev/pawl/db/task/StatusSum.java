package dev.pawl.db.task;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sum over a task's sessions with one status. See {@link TaskTotals} for the fields. */
public record StatusSum(
        String status,
        long sessions,
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        long turns,
        long durationMillis,
        @Nullable BigDecimal estimatedUsd,
        long unpriced) {
    static TaskTotals total(List<StatusSum> sums) {
        Map<String, Long> byStatus = sums.stream().collect(Collectors.toMap(StatusSum::status, StatusSum::sessions));
        return new TaskTotals(
                total(sums, StatusSum::sessions),
                byStatus,
                total(sums, StatusSum::inputTokens),
                total(sums, StatusSum::outputTokens),
                total(sums, StatusSum::cacheReadTokens),
                total(sums, StatusSum::cacheWriteTokens),
                dollars(sums, StatusSum::costUsd),
                total(sums, StatusSum::turns),
                total(sums, StatusSum::durationMillis),
                dollars(sums, StatusSum::estimatedUsd),
                total(sums, StatusSum::unpriced));
    }

    private static long total(List<StatusSum> sums, ToLongFunction<StatusSum> part) {
        return sums.stream().mapToLong(part).reduce(0, Math::addExact);
    }

    private static @Nullable BigDecimal dollars(List<StatusSum> sums, Function<StatusSum, @Nullable BigDecimal> part) {
        return sums.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
