package dev.pawl.api.client;

import java.util.Optional;
import java.util.Set;

/** Variables that setup and checks may be given. Enforced by gateways, and checked early by clients. */
public final class CheckVariables {
    /** Private to each run, so that a check finds nothing there that an agent left. */
    private static final Set<String> PRIVATE = Set.of(
            "HOME",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
            "TMPDIR",
            "TMP",
            "TEMP",
            "PWD",
            "GOCACHE",
            "PYTHONPYCACHEPREFIX");

    private CheckVariables() {}

    /** Returns why a variable of this name is not passed to setup and checks; empty if it may be. */
    public static Optional<String> against(String name) {
        return PRIVATE.contains(name)
                ? Optional.of("'%s' is private to each run of a check; it is not passed".formatted(name))
                : AgentRules.againstVariable(name);
    }
}
