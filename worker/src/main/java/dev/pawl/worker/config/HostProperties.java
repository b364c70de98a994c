package dev.pawl.worker.config;

import org.jspecify.annotations.Nullable;

/**
 * @param id names this host's task queues, so it must survive restarts; absent means one generated once and kept in the
 *     home
 */
public record HostProperties(@Nullable String id) {
    public HostProperties {
        if (id != null) {
            Require.matches("pawl.host.id", id, "[a-z0-9][a-z0-9-]{0,62}");
        }
    }
}
