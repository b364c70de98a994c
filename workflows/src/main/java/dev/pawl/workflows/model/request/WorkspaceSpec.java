package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.Require;
import org.jspecify.annotations.Nullable;

/**
 * What the agent works on.
 *
 * @param source the directory that the user named; absent means an empty workspace
 * @param mode {@code in_place} requires a source
 * @param includeUncommitted start from the working tree instead of the last commit
 * @param sandbox for the agent and the checks; absent means none
 */
public record WorkspaceSpec(
        @Nullable String source,
        WorkspaceMode mode,
        boolean includeUncommitted,
        @Nullable SandboxSpec sandbox) {
    /** Without a sandbox. */
    public WorkspaceSpec(@Nullable String source, WorkspaceMode mode, boolean includeUncommitted) {
        this(source, mode, includeUncommitted, null);
    }

    public WorkspaceSpec {
        if (source != null) {
            Require.text(source, 4096, "workspace");
        }
        if (mode == WorkspaceMode.IN_PLACE && source == null) {
            throw new IllegalArgumentException("mode in_place needs a workspace");
        }
    }

    public static WorkspaceSpec empty() {
        return new WorkspaceSpec(null, WorkspaceMode.ISOLATED, false);
    }
}
