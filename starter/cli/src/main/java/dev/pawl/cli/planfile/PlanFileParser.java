package dev.pawl.cli.planfile;

import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Source;
import dev.pawl.cli.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads plan files. */
public final class PlanFileParser {
    /** Bytes of the file; larger files are not read. Long prompts have files of their own. */
    private static final int LARGEST = 8 * 1024 * 1024;

    private PlanFileParser() {}

    /**
     * @param agents that the plan may name in addition to the built-in ones
     * @param home of the user, which replaces {@code ~}
     * @throws InvalidFileException with every problem of the file
     * @throws IOException if the file or the repository can't be read
     */
    public static PlanFile parse(Path path, AgentsFile agents, Path home) throws InvalidFileException, IOException {
        Path file = path.toAbsolutePath().normalize();
        Problems problems = new Problems();
        problems.yamlStartsAtLine(1);
        if (Files.size(file) > LARGEST) {
            problems.at(1, 1, "larger than " + LARGEST / (1024 * 1024) + " MB", "move prompts to files: file: NAME.md");
            throw new InvalidFileException(path, problems.sorted());
        }
        String yaml = Source.printable(Source.text(Files.readAllBytes(file), problems), 1, problems);
        MappingNode keys = Yaml.plain(yaml, LARGEST, "the plan", problems);
        PlanFile plan = keys == null ? null : new PlanReader(file, keys, agents, home, problems).read();
        if (plan == null || !problems.none()) {
            throw new InvalidFileException(path, problems.sorted());
        }
        return plan;
    }
}
