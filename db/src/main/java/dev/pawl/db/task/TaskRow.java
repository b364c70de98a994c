package dev.pawl.db.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A task as people see it.
 *
 * @param status one of the task status vocabulary; the constraint in the database refuses every other
 * @param engine the id of the namespace that its workflow is in; empty if the engine does not say
 * @param phase what runs now; empty before the first word of the workflow
 * @param iteration the one under way, 0 before the first
 * @param workspaceSource the directory the user named; absent means an empty workspace
 * @param request JSON, kept as it was written
 * @param promptRef SHA-256 of a prompt in the content store; absent where the request holds the text
 * @param baseSnapshot absent until the workspace is prepared
 * @param snapshot the last one; absent until an iteration is assessed
 * @param delivery its state, as the constraint in the database has it
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
