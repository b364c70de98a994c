package dev.pawl.agent;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an agent on this host.
 *
 * @param version as the agent tells it; absent when it is not installed or did not answer
 * @param advice what to do, one line; empty when nothing is missing
 */
public record AgentAvailability(
        String name, boolean installed, @Nullable String version, SignIn signIn, String advice) {
    /** Whether a model would answer, as far as it can be told without asking one. */
    public enum SignIn {
        SIGNED_IN,
        SIGNED_OUT,
        UNKNOWN
    }
}
