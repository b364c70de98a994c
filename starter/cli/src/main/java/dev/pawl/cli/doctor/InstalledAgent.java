package dev.pawl.cli.doctor;

import dev.pawl.cli.preflight.KnownAgent.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * An agent program as it was found on this machine.
 *
 * @param name as a task names it
 * @param installed whether it is there and starts
 * @param says the first line it says of itself; empty where it is not installed
 * @param version as it says; absent where it is not installed, or names none
 * @param verified the version that the contract tests ran with
 * @param settings what this environment says of it to a worker it starts
 * @param advice what to do; absent where nothing is to be done
 */
public record InstalledAgent(
        String name,
        boolean installed,
        String says,
        @Nullable String version,
        String verified,
        SignIn signIn,
        AgentVariables settings,
        @Nullable String advice) {}
