package dev.pawl.agent.program;

import java.util.List;
import java.util.Map;

/**
 * How a program is started for one run.
 *
 * @param arguments behind the program
 * @param environment beside search path, locale, private directories and the program's own keys
 */
public record ProgramStart(List<String> arguments, Map<String, String> environment) {
    public ProgramStart {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
