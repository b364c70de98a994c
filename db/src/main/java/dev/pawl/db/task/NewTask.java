package dev.pawl.db.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task to register.
 *
 * @param id letters, digits, {@code . _ -}, at most 200 characters, starting with a letter or digit
 * @param runId the workflow run; a reset changes it
 * @param engine the id of the engine's namespace; empty if the engine has none
 * @param workspaceMode {@code isolated} or {@code in_place}
 * @param hostId the host that will hold the workspace; absent if not known yet
 * @param request JSON
 * @param promptRef SHA-256 of a prompt in the content store; absent if the request has the text
 */
public record NewTask(
        String id,
        String runId,
        String engine,
        String title,
        String agent,
        @Nullable String model,
        @Nullable String workspaceSource,
        String workspaceMode,
        @Nullable String hostId,
        String request,
        @Nullable String promptRef,
        List<String> labels) {
    public NewTask {
        labels = List.copyOf(labels);
    }
}
