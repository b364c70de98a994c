package dev.pawl.cli.taskfile;

import dev.pawl.cli.repository.Layers;
import dev.pawl.cli.repository.Repository;
import dev.pawl.cli.repository.RepositoryKeys;
import dev.pawl.cli.yaml.Problem;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Source;
import dev.pawl.cli.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a task takes from the repository around it: the keys of {@code .pawl/defaults.yaml}, and the workspace. */
public final class Defaults {
    /** Of a task outside of a repository. */
    public static final Defaults NONE = new Defaults(null, false, empty(), new Problems());

    private static final int LARGEST = 1024 * 1024;

    private final @Nullable Repository repository;
    private final boolean ofFiles;
    private final MappingNode keys;
    private final Problems problems;

    /** @param ofFiles whether tasks with keys take them, not only prompts */
    private Defaults(@Nullable Repository repository, boolean ofFiles, MappingNode keys, Problems problems) {
        this.repository = repository;
        this.ofFiles = ofFiles;
        this.keys = keys;
        this.problems = problems;
    }

    /**
     * Reads the file of a repository, which need not exist. Its problems are reported with those of the tasks that take
     * it.
     *
     * @throws IOException if the file can't be read
     */
    public static Defaults of(Repository repository, AgentsFile agents, Path home) throws IOException {
        Path file = repository.defaults();
        Problems problems = new Problems(file.toString());
        if (!Files.exists(file)) {
            return new Defaults(repository, false, empty(), problems);
        }
        MappingNode read = read(file, problems);
        MappingNode keys = read == null ? empty() : forAllTasks(read, repository, problems);
        FrontMatter parts = new FrontMatter(Layers.over(keys, workspace(repository)), "-", 1);
        new TaskReader(file, parts, agents, null, home, problems).read();
        return new Defaults(repository, true, keys, problems);
    }

    private static @Nullable MappingNode read(Path file, Problems problems) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            problems.at(1, 1, "not a file of at most 1 MB", null);
            return null;
        }
        problems.yamlStartsAtLine(1);
        String yaml = Source.printable(Source.text(Files.readAllBytes(file), problems), 1, problems);
        return Yaml.mapping(yaml, "the file", file.toString(), problems);
    }

    /** Reports keys of one task; makes the workspace absolute. */
    private static MappingNode forAllTasks(MappingNode read, Repository repository, Problems problems) {
        List<NodeTuple> keys = new ArrayList<>();
        for (NodeTuple tuple : read.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode word ? word.getValue() : "";
            if (RepositoryKeys.OF_ONE_TASK.contains(key)) {
                problems.at(tuple.getKeyNode(), "'" + key + "' is a key of one task", "write it in task files");
            } else if (key.equals("workspace") && tuple.getValueNode() instanceof ScalarNode directory) {
                inside(repository, directory, problems)
                        .ifPresent(absolute -> keys.add(new NodeTuple(tuple.getKeyNode(), absolute)));
            } else {
                keys.add(tuple);
            }
        }
        return Layers.with(read, keys);
    }

    private static Optional<ScalarNode> inside(Repository repository, ScalarNode given, Problems problems) {
        try {
            Path directory = repository.root().resolve(given.getValue()).normalize();
            if (!directory.startsWith(repository.root())) {
                problems.at(
                        given,
                        "workspace: '" + given.getValue() + "' leads out of the repository",
                        "it is relative to the top directory of the repository");
                return Optional.empty();
            }
            return Optional.of(new ScalarNode(
                    given.getTag(),
                    true,
                    given.getValue().isBlank() ? given.getValue() : directory.toString(),
                    given.getScalarStyle(),
                    given.getStartMark(),
                    given.getEndMark()));
        } catch (InvalidPathException reportedByTheReader) {
            return Optional.of(given);
        }
    }

    /** Whether a task may consist of its prompt: it works on the repository. */
    boolean bareTasks() {
        return repository != null;
    }

    /** The repository; empty outside of one. */
    public Optional<Repository> repository() {
        return Optional.ofNullable(repository);
    }

    /** The same for a task file outside of the repository, which takes them only if it is a prompt. */
    public Defaults ofPrompts() {
        return new Defaults(repository, false, keys, problems);
    }

    Problems problems() {
        return problems;
    }

    /** What is wrong in the file. */
    public List<Problem> problemsOfFile() {
        return problems.sorted();
    }

    /** The keys that need the user's consent, as YAML; empty if none does, or if the file has problems. */
    public String needingConsent() {
        return problems.none() ? RepositoryKeys.needingConsent(keys) : "";
    }

    /**
     * The keys of a task with the defaults below. A task without keys works on the repository; so does one with keys if
     * the repository has defaults. A task that names a workspace elsewhere takes none of them.
     *
     * @param file of the task, absolute
     */
    MappingNode under(MappingNode task, Path file) {
        return repository == null || !complete(task, file)
                ? task
                : Layers.over(task, Layers.over(keys, workspace(repository)));
    }

    /** Whether a task takes anything from here, so that it need not name an agent. */
    boolean complete(MappingNode task, Path file) {
        return repository != null && (task.getValue().isEmpty() || ofFiles) && !elsewhere(task, file);
    }

    private boolean elsewhere(MappingNode task, Path file) {
        if (repository == null || !(Layers.values(task).get("workspace") instanceof ScalarNode given)) {
            return false;
        }
        try {
            return !file.resolveSibling(given.getValue()).normalize().startsWith(repository.root());
        } catch (InvalidPathException reportedByTheReader) {
            return false;
        }
    }

    private static MappingNode workspace(Repository repository) {
        return pair("workspace", repository.root().toString());
    }

    /** A mapping of one key. */
    static MappingNode pair(String key, String value) {
        Node word = new ScalarNode(Tag.STR, value, ScalarStyle.PLAIN);
        return new MappingNode(
                Tag.MAP,
                List.of(new NodeTuple(new ScalarNode(Tag.STR, key, ScalarStyle.PLAIN), word)),
                FlowStyle.BLOCK);
    }

    private static MappingNode empty() {
        return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
    }
}
