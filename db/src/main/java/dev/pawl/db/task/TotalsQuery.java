package dev.pawl.db.task;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up at most six rows: the kept sums by status and the open session. One statement, so one moment. */
final class TotalsQuery {
    private static final String SUMS = """
            select status, sessions, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens,
                   cost_usd, turns, duration_millis, estimated_usd, unpriced
            from session_total where task_id = :id
            union all
            select status, 1, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cost_usd, turns, 0,
                   estimated_usd, case when cost_usd is null and pid is not null then 1 else 0 end
            from session where task_id = :id and status = 'open'
            """;

    private final JdbcClient jdbc;

    TotalsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TaskTotals of(String taskId) {
        List<Sum> sums = jdbc.sql(SUMS).param("id", taskId).query(Sum::of).list();
        Map<String, Long> byStatus = sums.stream().collect(Collectors.toMap(Sum::status, Sum::sessions));
        return new TaskTotals(
                total(sums, Sum::sessions),
                byStatus,
                total(sums, Sum::input),
                total(sums, Sum::output),
                total(sums, Sum::cacheRead),
                total(sums, Sum::cacheWrite),
                dollars(sums, Sum::costUsd),
                total(sums, Sum::turns),
                total(sums, Sum::durationMillis),
                dollars(sums, Sum::estimatedUsd),
                total(sums, Sum::unpriced));
    }

    private static long total(List<Sum> sums, ToLongFunction<Sum> part) {
        return sums.stream().mapToLong(part).reduce(0, Math::addExact);
    }

    private static @Nullable BigDecimal dollars(List<Sum> sums, Function<Sum, @Nullable BigDecimal> part) {
        return sums.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private record Sum(
            String status,
            long sessions,
            long input,
            long output,
            long cacheRead,
            long cacheWrite,
            @Nullable BigDecimal costUsd,
            long turns,
            long durationMillis,
            @Nullable BigDecimal estimatedUsd,
            long unpriced) {
        static Sum of(ResultSet row, int number) throws SQLException {
            return new Sum(
                    row.getString("status"),
                    row.getLong("sessions"),
                    row.getLong("input_tokens"),
                    row.getLong("output_tokens"),
                    row.getLong("cache_read_tokens"),
                    row.getLong("cache_write_tokens"),
                    row.getBigDecimal("cost_usd"),
                    row.getLong("turns"),
                    row.getLong("duration_millis"),
                    row.getBigDecimal("estimated_usd"),
                    row.getLong("unpriced"));
        }
    }
}
