package dev.pawl.cli.taskfile;

import dev.pawl.cli.repository.Layers;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads tasks: files, and texts that are a prompt. */
public final class TaskFileParser {
    /** Bytes of the whole file; larger files are not read. */
    private static final int LARGEST = 16 * 1024 * 1024;
    /** Bytes of UTF-8, as in pawl.v1. */
    private static final int LARGEST_PROMPT = 10 * 1024 * 1024;

    private static final Pattern PROSE = Pattern.compile("(?is).+\\.(?:md|markdown|txt)");

    private final AgentsFile agents;
    private final Path home;
    private final Defaults defaults;
    private final Agent agent;

    /**
     * @param agents that the task may name in addition to the built-in ones
     * @param home of the user, which replaces {@code ~}
     * @param defaults of the repository around the task
     */
    public TaskFileParser(AgentsFile agents, Path home, Defaults defaults, Agent agent) {
        this.agents = agents;
        this.home = home;
        this.defaults = defaults;
        this.agent = agent;
    }

    /**
     * The agent of a task.
     *
     * @param chosen instead of the one that the task names; null leaves it
     * @param only if neither the task nor the defaults name one; null if several could be meant, or none
     * @param lacking what to do then
     */
    public record Agent(@Nullable String chosen, @Nullable String only, String lacking) {
        static final Agent NAMED = new Agent(null, null, "");
    }

    /**
     * For a file of the user of this process that takes no defaults.
     *
     * @throws InvalidFileException with every problem of the file
     * @throws IOException if the file can't be read
     */
    public static TaskFile parse(Path path) throws InvalidFileException, IOException {
        return parse(path, AgentsFile.NONE);
    }

    /**
     * For a file of the user of this process that takes no defaults.
     *
     * @param agents that the task may name in addition to the built-in ones
     * @throws InvalidFileException with every problem of the file
     * @throws IOException if the file can't be read
     */
    public static TaskFile parse(Path path, AgentsFile agents) throws InvalidFileException, IOException {
        return parse(path, agents, Path.of(System.getProperty("user.home")));
    }

    /**
     * For a file that takes no defaults.
     *
     * @param agents that the task may name in addition to the built-in ones
     * @param home of the user, which replaces {@code ~}
     * @throws InvalidFileException with every problem of the file
     * @throws IOException if the file can't be read
     */
    public static TaskFile parse(Path path, AgentsFile agents, Path home) throws InvalidFileException, IOException {
        return new TaskFileParser(agents, home, Defaults.NONE, Agent.NAMED).file(path);
    }

    /**
     * Reads a file.
     *
     * @throws InvalidFileException with every problem of the file and of the defaults
     * @throws IOException if the file can't be read
     */
    public TaskFile file(Path path) throws InvalidFileException, IOException {
        Path file = path.toAbsolutePath().normalize();
        Problems problems = new Problems();
        if (Files.size(file) > LARGEST) {
            problems.at(1, 1, "larger than " + LARGEST / (1024 * 1024) + " MB", "put data into the workspace");
            throw new InvalidFileException(path, problems.sorted());
        }
        String text = Source.text(Files.readAllBytes(file), problems);
        boolean mayBeBare =
                defaults.bareTasks() && PROSE.matcher(file.toString()).matches();
        return read(path, file, FrontMatter.of(text, mayBeBare, problems), problems);
    }

    /**
     * Reads a text, all of which is the prompt.
     *
     * @param name of the text in problems
     * @param directory that its author is in
     * @throws InvalidFileException with every problem of the text and of the defaults
     */
    public TaskFile text(String text, String name, Path directory) throws InvalidFileException {
        Problems problems = new Problems();
        String clean = Source.text(text.getBytes(StandardCharsets.UTF_8), problems);
        return read(Path.of(name), directory.resolve(name), FrontMatter.bare(clean, problems), problems);
    }

    /**
     * Reads the content of a task file, as if a file in a directory had it.
     *
     * @param name of the file
     * @throws InvalidFileException with every problem of the content and of the defaults
     */
    public TaskFile content(String content, String name, Path directory) throws InvalidFileException {
        Problems problems = new Problems();
        String text = Source.text(content.getBytes(StandardCharsets.UTF_8), problems);
        Path file = directory.toAbsolutePath().normalize().resolve(name);
        return read(Path.of(name), file, FrontMatter.of(text, defaults.bareTasks(), problems), problems);
    }

    private TaskFile read(Path path, Path file, FrontMatter parts, Problems problems) throws InvalidFileException {
        if (parts.prompt().isBlank()) {
            problems.at(parts.promptLine(), 1, "the prompt is empty", "say below the front matter what to do");
        }
        if (parts.prompt().getBytes(StandardCharsets.UTF_8).length > LARGEST_PROMPT) {
            problems.at(parts.promptLine(), 1, "the prompt is larger than 10 MB", "put data into the workspace");
        }
        MappingNode own = parts.keys();
        FrontMatter whole =
                own == null ? parts : new FrontMatter(withAgent(own, file), parts.prompt(), parts.promptLine());
        TaskFile task = new TaskReader(file, whole, agents, lacking(own, file), home, problems).read();
        problems.addAll(defaults.problems());
        if (!problems.none()) {
            throw new InvalidFileException(path, problems.sorted());
        }
        return task;
    }

    private MappingNode withAgent(MappingNode own, Path file) {
        MappingNode keys = defaults.under(own, file);
        if (agent.chosen() != null) {
            return Layers.over(Defaults.pair("agent", agent.chosen()), keys);
        }
        boolean named = Layers.values(keys).keySet().stream().anyMatch(List.of("agent", "agents")::contains);
        return named || agent.only() == null || !defaults.complete(own, file)
                ? keys
                : Layers.over(keys, Defaults.pair("agent", agent.only()));
    }

    /** Null if the keys could not be read, which was reported. */
    private @Nullable String lacking(@Nullable MappingNode own, Path file) {
        if (own == null || !defaults.problems().none()) {
            return null;
        }
        return defaults.complete(own, file) ? agent.lacking() : "one of " + String.join(", ", agents.names());
    }
}
