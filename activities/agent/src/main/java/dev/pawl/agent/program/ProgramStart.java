package dev.pawl.agent.program;

import java.util.List;
import java.util.Map;

/**
 * How to start a program for one run.
 *
 * @param arguments after the program
 * @param environment in addition to search path, locale, private directories and the program's own keys
 */
public record ProgramStart(List<String> arguments, Map<String, String> environment) {
    public ProgramStart {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
