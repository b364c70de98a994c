package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one setup command: a command line, or a group of keys. */
final class SetupReader {
    private static final TaskFile.Setup UNUSABLE = new TaskFile.Setup("", null);

    private final Problems problems;

    SetupReader(Problems problems) {
        this.problems = problems;
    }

    TaskFile.Setup read(Node node) {
        if (node instanceof MappingNode mapping) {
            return read(new Section(mapping, "setup.", Keys.SETUP, problems));
        }
        if (node instanceof ScalarNode scalar
                && !Tag.NULL.equals(scalar.getTag())
                && !scalar.getValue().isBlank()) {
            return new TaskFile.Setup(scalar.getValue(), null);
        }
        problems.at(node, "an item of setup is a command line or a group of keys", "write - run: npm ci");
        return UNUSABLE;
    }

    private TaskFile.Setup read(Section keys) {
        if (!keys.has("run")) {
            problems.at(keys.node(), "setup.run is missing", "the command line that prepares a clean copy");
        }
        String run = keys.text("run");
        return new TaskFile.Setup(run == null ? "" : run, keys.duration("timeout"));
    }
}
