package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one check: a command line, or a group of keys. */
final class CheckReader {
    private static final int LONGEST_NAME = 200;
    private static final TaskFile.Check UNUSABLE = new TaskFile.Check("", "", null, "pass", 0, null, null);

    private final Problems problems;

    CheckReader(Problems problems) {
        this.problems = problems;
    }

    TaskFile.Check read(Node node) {
        if (node instanceof MappingNode mapping) {
            return read(new Section(mapping, "checks.", Keys.CHECK, problems));
        }
        if (node instanceof ScalarNode scalar
                && !Tag.NULL.equals(scalar.getTag())
                && !scalar.getValue().isBlank()) {
            String run = scalar.getValue();
            return new TaskFile.Check(named(run), run, null, "pass", 0, null, null);
        }
        problems.at(node, "a check is a command line or a group of keys", "write - run: make test");
        return UNUSABLE;
    }

    private TaskFile.Check read(Section keys) {
        if (!keys.has("run")) {
            problems.at(keys.node(), "checks.run is missing", "the command line whose exit code counts");
        }
        String run = keys.text("run");
        String name = keys.text("name");
        if (name != null && name.length() > LONGEST_NAME) {
            keys.problem("name", "longer than " + LONGEST_NAME + " characters", null);
        }
        String must = keys.oneOf("must", Keys.MUST);
        Integer retries = keys.integer("retries", 0, 5);
        String junit = keys.text("junit");
        if (junit != null && Places.leavesWorkspace(junit)) {
            keys.problem("junit", "'" + junit + "' leads out of the workspace", "a path relative to the workspace");
        }
        return new TaskFile.Check(
                name == null ? named(run == null ? "" : run) : name,
                run == null ? "" : run,
                keys.duration("timeout"),
                must == null ? "pass" : must,
                retries == null ? 0 : retries,
                junit,
                keys.oneOf("control", Keys.CONTROL));
    }

    /** A check without a name is named after its command. */
    private static String named(String run) {
        String line = run.strip().lines().findFirst().orElse("");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }
}
