package dev.pawl.worker.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether a task stays with the build that began it. If enabled, a deployment's current version must be set before any
 * task runs.
 *
 * @param deployment name shared by workers that replace each other
 * @param buildId absent means this build's own
 */
public record VersioningProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("pawl") String deployment,
        @Nullable String buildId) {
    /** The engine separates the two names by a dot or a colon, depending on the client. */
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";

    public VersioningProperties {
        Require.matches("pawl.versioning.deployment", deployment, NAME);
        if (buildId != null) {
            Require.matches("pawl.versioning.build-id", buildId, NAME);
        }
    }

    /** The configured build id, or the one of this build. */
    public String build() {
        return buildId == null ? BuildId.ofThisBuild() : buildId;
    }
}
