package dev.pawl.worker.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param slots workspaces that may be prepared or checked on this host at once */
public record CheckProperties(@DefaultValue("4") int slots) {
    public CheckProperties {
        Require.atLeast("pawl.checks.slots", slots, 1);
    }
}
