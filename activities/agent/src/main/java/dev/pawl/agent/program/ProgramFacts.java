package dev.pawl.agent.program;

import java.util.List;

/**
 * What is known of a program before it runs.
 *
 * @param name as a task names the agent
 * @param title for people
 * @param executable its file name
 * @param version it was tested with
 * @param install a command for a shell
 * @param signIn how a user signs in, behind "sign in: "
 * @param keys names of the worker's variables it gets; one that ends in {@code *} stands for all that start so
 */
public record ProgramFacts(
        String name,
        String title,
        String executable,
        String version,
        String install,
        String signIn,
        List<String> keys) {
    public ProgramFacts {
        keys = List.copyOf(keys);
    }
}
