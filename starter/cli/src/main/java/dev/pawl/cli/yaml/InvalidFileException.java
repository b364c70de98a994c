package dev.pawl.cli.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An invalid file, with all its problems, in the order of the file; at least one. */
public final class InvalidFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<Problem> problems;

    public InvalidFileException(Path file, List<Problem> problems) {
        super(problems.stream().map(problem -> problem.in(file.toString())).collect(Collectors.joining("\n")));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    public Path file() {
        return file;
    }

    public List<Problem> problems() {
        return problems;
    }
}
