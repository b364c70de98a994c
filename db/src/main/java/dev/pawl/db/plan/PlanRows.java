package dev.pawl.db.plan;

import dev.pawl.db.judgement.JudgeTotals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of plans. */
final class PlanRows {
    private static final JudgeTotals NO_JUDGE = new JudgeTotals(0, 0, 0, 0, 0, null, 0, null, 0);

    private PlanRows() {}

    static PlanRow plan(ResultSet row, int number) throws SQLException {
        return new PlanRow(
                row.getString("id"),
                row.getString("run_id"),
                row.getString("engine"),
                row.getString("title"),
                row.getString("status"),
                row.getString("reason"),
                row.getString("cause"),
                row.getString("workspace_source"),
                row.getString("host_id"),
                row.getString("request"),
                List.of((String[]) row.getArray("labels").getArray()),
                row.getString("base_commit"),
                row.getString("head_commit"),
                row.getString("directory"),
                row.getString("question"),
                row.getString("delivery"),
                row.getString("delivery_detail"),
                row.getLong("version"),
                at(row, "created_at"),
                at(row, "updated_at"),
                time(row, "finished_at"));
    }

    static PackageRow pack(ResultSet row, int number) throws SQLException {
        return new PackageRow(
                row.getString("id"),
                row.getString("request"),
                row.getString("state"),
                row.getString("reason"),
                row.getBoolean("paused"),
                time(row, "ready_at"),
                time(row, "accepted_at"),
                time(row, "integrated_at"),
                time(row, "finished_at"),
                row.getString("integration_commit"));
    }

    static AttemptRow attempt(ResultSet row, int number) throws SQLException {
        return new AttemptRow(
                row.getString("package_id"),
                row.getInt("number"),
                row.getString("task_id"),
                at(row, "started_at"),
                time(row, "ended_at"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("ejection"));
    }

    static JudgeTotals judges(ResultSet row) throws SQLException {
        return new JudgeTotals(
                row.getLong("calls"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                row.getLong("cache_read_tokens"),
                row.getLong("cache_write_tokens"),
                row.getBigDecimal("cost_usd"),
                row.getLong("turns"),
                row.getBigDecimal("estimated_usd"),
                row.getLong("unpriced"));
    }

    static PlanTaskRow task(ResultSet row, Map<String, JudgeTotals> judges) throws SQLException {
        return new PlanTaskRow(
                row.getString("id"),
                row.getString("agent"),
                row.getInt("diff_files"),
                row.getInt("diff_added"),
                row.getInt("diff_removed"),
                row.getString("snapshot") != null,
                row.getLong("sessions"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                row.getLong("cache_read_tokens"),
                row.getLong("cache_write_tokens"),
                row.getBigDecimal("cost_usd"),
                row.getBigDecimal("estimated_usd"),
                row.getLong("unpriced"),
                row.getLong("turns"),
                row.getLong("duration_millis"),
                judges.getOrDefault(row.getString("id"), NO_JUDGE));
    }

    static EndedTaskRow ended(ResultSet row, int number) throws SQLException {
        return new EndedTaskRow(
                row.getString("task_id"),
                row.getString("package_id"),
                row.getInt("number"),
                row.getString("status"),
                row.getString("cause"),
                row.getString("reason"),
                row.getString("base_snapshot"),
                row.getString("snapshot"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
