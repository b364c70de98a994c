package dev.pawl.db.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A task.
 *
 * @param status one of the task status vocabulary; a database constraint refuses others
 * @param engine the id of its workflow's namespace; empty if the engine has none
 * @param phase what runs now; empty until the workflow first publishes it
 * @param iteration the current one, 0 before the first
 * @param workspaceSource the directory that the user named; absent means an empty workspace
 * @param request JSON, stored unchanged
 * @param promptRef SHA-256 of a prompt in the content store; absent if the request has the text
 * @param baseSnapshot absent until the workspace is prepared
 * @param snapshot the last one; absent until an iteration is assessed
 * @param delivery its state, as in the database constraint
 * @param fence number of the newest session, 0 before the first
 * @param finishedAt present exactly for a final status
 */
@Table("task")
public record TaskRow(
        @Id String id,
        String runId,
        String engine,
        String title,
        String status,
        String phase,
        String detail,
        int iteration,
        String agent,
        @Nullable String model,
        @Nullable String workspaceSource,
        String workspaceMode,
        @Nullable String hostId,
        String request,
        @Nullable String promptRef,
        @Nullable String baseSnapshot,
        @Nullable String snapshot,
        int diffFiles,
        int diffAdded,
        int diffRemoved,
        @Nullable String patchRef,
        String cause,
        String reason,
        String delivery,
        String deliveryDetail,
        List<String> labels,
        long fence,
        List<String> notes,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {
    public TaskRow {
        labels = List.copyOf(labels);
        notes = List.copyOf(notes);
    }
}
