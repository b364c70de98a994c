package dev.pawl.worker.config;

import org.jspecify.annotations.Nullable;

/**
 * @param id names this host's task queues, so it has to outlive restarts; absent means one made once and kept under home
 */
public record HostProperties(@Nullable String id) {
    public HostProperties {
        if (id != null) {
            Require.matches("pawl.host.id", id, "[a-z0-9][a-z0-9-]{0,62}");
        }
    }
}
