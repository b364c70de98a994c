package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads task files. */
public final class TaskFileParser {
    /** Bytes of the whole file; larger files are not read. */
    private static final int LARGEST = 16 * 1024 * 1024;
    /** Bytes of UTF-8, as in pawl.v1. */
    private static final int LARGEST_PROMPT = 10 * 1024 * 1024;

    private TaskFileParser() {}

    /**
     * @throws InvalidFileException with every problem of the file
     * @throws IOException if the file can't be read
     */
    public static TaskFile parse(Path path) throws InvalidFileException, IOException {
        return parse(path, AgentsFile.NONE);
    }

    /**
     * For the user of this process.
     *
     * @param agents that the task may name in addition to the built-in ones
     * @throws InvalidFileException with every problem of the file
     * @throws IOException if the file can't be read
     */
    public static TaskFile parse(Path path, AgentsFile agents) throws InvalidFileException, IOException {
        return parse(path, agents, Path.of(System.getProperty("user.home")));
    }

    /**
     * @param agents that the task may name in addition to the built-in ones
     * @param home of the user, which replaces {@code ~}
     * @throws InvalidFileException with every problem of the file
     * @throws IOException if the file can't be read
     */
    public static TaskFile parse(Path path, AgentsFile agents, Path home) throws InvalidFileException, IOException {
        Path file = path.toAbsolutePath().normalize();
        Problems problems = new Problems();
        if (Files.size(file) > LARGEST) {
            problems.at(1, 1, "larger than " + LARGEST / (1024 * 1024) + " MB", "put data into the workspace");
            throw new InvalidFileException(path, problems.sorted());
        }
        TaskFile task = parse(file, Source.text(Files.readAllBytes(file), problems), agents, home, problems);
        if (!problems.none()) {
            throw new InvalidFileException(path, problems.sorted());
        }
        return task;
    }

    private static TaskFile parse(Path file, String text, AgentsFile agents, Path home, Problems problems) {
        FrontMatter parts = FrontMatter.of(text, problems);
        if (parts.prompt().isBlank()) {
            problems.at(parts.promptLine(), 1, "the prompt is empty", "say below the front matter what to do");
        }
        if (parts.prompt().getBytes(StandardCharsets.UTF_8).length > LARGEST_PROMPT) {
            problems.at(parts.promptLine(), 1, "the prompt is larger than 10 MB", "put data into the workspace");
        }
        return new TaskReader(file, parts, agents, home, problems).read();
    }
}
