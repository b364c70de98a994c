package dev.pawl.worker.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param slots workspaces prepared or checked concurrently on this host */
public record CheckProperties(@DefaultValue("4") int slots) {
    public CheckProperties {
        Require.atLeast("pawl.checks.slots", slots, 1);
    }
}
