package dev.pawl.db.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan.
 *
 * @param request JSON, without packages
 * @param question JSON; absent if none is open
 * @param version counts the changes of the plan and its packages
 * @param finishedAt present exactly for a final status
 */
public record PlanRow(
        String id,
        String runId,
        String engine,
        String title,
        String status,
        String reason,
        String cause,
        @Nullable String workspaceSource,
        String hostId,
        String request,
        List<String> labels,
        @Nullable String baseCommit,
        @Nullable String headCommit,
        @Nullable String directory,
        @Nullable String question,
        String delivery,
        String deliveryDetail,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {
    public PlanRow {
        labels = List.copyOf(labels);
    }
}
