package dev.pawl.agent.program;

import java.util.List;

/**
 * Static facts of a program.
 *
 * @param name of the agent in tasks
 * @param title for people
 * @param executable its file name
 * @param version it was tested with
 * @param install a shell command
 * @param signIn how a user signs in, after "sign in: "
 * @param keys names of the worker's variables that it gets; one that ends in {@code *} is a prefix
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
