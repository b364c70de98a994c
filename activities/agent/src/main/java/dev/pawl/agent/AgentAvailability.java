package dev.pawl.agent;

import org.jspecify.annotations.Nullable;

/**
 * State of an agent on this host.
 *
 * @param version as the agent reports it; absent if it is not installed or did not answer
 * @param advice what to do, one line; empty if nothing is missing
 */
public record AgentAvailability(
        String name, boolean installed, @Nullable String version, SignIn signIn, String advice) {
    /** Whether a model would answer, as far as known without calling one. */
    public enum SignIn {
        SIGNED_IN,
        SIGNED_OUT,
        UNKNOWN
    }
}
