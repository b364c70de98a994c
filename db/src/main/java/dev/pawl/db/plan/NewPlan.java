package dev.pawl.db.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan to register.
 *
 * @param id letters, digits, {@code . _ -}, at most 100 characters, starting with a letter or digit
 * @param engine the id of the engine's namespace; empty if the engine has none
 * @param hostId the host of its integration repository
 * @param request JSON, without packages
 */
public record NewPlan(
        String id,
        String runId,
        String engine,
        String title,
        @Nullable String workspaceSource,
        String hostId,
        String request,
        List<String> labels) {
    public NewPlan {
        labels = List.copyOf(labels);
    }
}
