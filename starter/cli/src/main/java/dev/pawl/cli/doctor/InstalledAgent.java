package dev.pawl.cli.doctor;

import dev.pawl.cli.preflight.KnownAgent.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * An agent program found on this machine.
 *
 * @param name its name in tasks
 * @param installed whether it exists and starts
 * @param says the first line of its version output; empty if it is not installed
 * @param version as it reports; absent if it is not installed or reports none
 * @param verified the version of the contract tests
 * @param by the cloud, gateway or program that signs it in; absent if it has its own sign-in or key, or none
 * @param settings of this environment for a worker started in it
 * @param advice what to do; absent if nothing
 */
public record InstalledAgent(
        String name,
        boolean installed,
        String says,
        @Nullable String version,
        String verified,
        SignIn signIn,
        @Nullable String by,
        AgentVariables settings,
        @Nullable String advice) {}
