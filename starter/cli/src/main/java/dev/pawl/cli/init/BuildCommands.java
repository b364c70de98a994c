package dev.pawl.cli.init;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The command lines that prepare and test a repository, found in its files.
 *
 * @param setup prepare a clean copy
 * @param checks test it
 */
public record BuildCommands(List<String> setup, List<String> checks) {
    public BuildCommands {
        setup = List.copyOf(setup);
        checks = List.copyOf(checks);
    }

    /** @param root of the repository, absolute */
    public static BuildCommands of(Path root) {
        return of(Facts.of(new Tree(root, "")));
    }

    static BuildCommands of(Facts facts) {
        return new BuildCommands(lines(facts, Project::setup), lines(facts, Project::checks));
    }

    private static List<String> lines(Facts facts, Function<Project, List<String>> part) {
        return facts.projects().stream()
                .filter(project -> !project.checks().isEmpty())
                .flatMap(project -> part.apply(project).stream())
                .distinct()
                .toList();
    }
}
