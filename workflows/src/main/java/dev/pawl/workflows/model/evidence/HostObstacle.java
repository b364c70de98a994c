package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.Require;

/**
 * Why a check cannot become green on its host, whatever an agent does.
 *
 * @param check its name
 * @param reason one line, for people
 * @param fix the line to add to the task file, or what to do on the host
 */
public record HostObstacle(String check, String reason, String fix) {
    private static final int MOST = 2_000;

    public HostObstacle {
        Require.text(check, 200, "check");
        Require.text(reason, MOST, "reason");
        Require.text(fix, 4 * MOST, "fix");
    }

    /** One line for people. */
    public String text() {
        return "check '%s' cannot pass on this host: %s; %s".formatted(check, reason, fix);
    }
}
