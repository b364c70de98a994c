package dev.pawl.cli.planfile;

import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Source;
import dev.pawl.cli.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
        if (Files.size(path) > LARGEST) {
            Problems problems = new Problems();
            problems.at(1, 1, "larger than " + LARGEST / (1024 * 1024) + " MB", "move prompts to files: file: NAME.md");
            throw new InvalidFileException(path, problems.sorted());
        }
        return parse(Files.readAllBytes(path), path, agents, home);
    }

    /** As {@link #parse(Path, AgentsFile, Path)}, for a text that need not be in the file yet. */
    public static PlanFile parse(byte[] text, Path path, AgentsFile agents, Path home)
            throws InvalidFileException, IOException {
        Problems problems = new Problems();
        problems.yamlStartsAtLine(1);
        String yaml = Source.printable(Source.text(text, problems), 1, problems);
        MappingNode keys = Yaml.plain(yaml, LARGEST, "the plan", problems);
        PlanFile plan = keys == null ? null : read(keys, path, agents, home, problems);
        if (plan == null || !problems.none()) {
            throw new InvalidFileException(path, problems.sorted());
        }
        return plan;
    }

    /** Reads the keys of a plan file. If a problem was reported, the value is a stand-in, or null. */
    public static @Nullable PlanFile read(MappingNode keys, Path path, AgentsFile agents, Path home, Problems problems)
            throws IOException {
        return new PlanReader(path.toAbsolutePath().normalize(), keys, agents, home, problems).read();
    }
}
