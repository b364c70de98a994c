package dev.pawl.cli.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects every error of a file and of the defaults it takes; converts YAML positions to lines of their file. */
public final class Problems {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> Objects.requireNonNullElse(problem.elsewhere(), ""))
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column);

    private final @Nullable String file;
    private final List<Problem> found = new ArrayList<>();
    private int yamlStartsAtLine = 2;

    public Problems() {
        this(null);
    }

    /** @param file that problems name; null for the one that was read */
    public Problems(@Nullable String file) {
        this.file = file;
    }

    public void yamlStartsAtLine(int line) {
        yamlStartsAtLine = line;
    }

    public void at(Node node, String reason) {
        at(node, reason, null);
    }

    public void at(Node node, String reason, @Nullable String hint) {
        Mark mark = node.getStartMark().orElse(null);
        atYaml(mark, reason, hint);
    }

    public void atYaml(@Nullable Mark mark, String reason, @Nullable String hint) {
        int line = mark == null ? 0 : mark.getLine();
        int column = mark == null ? 0 : mark.getColumn();
        if (mark == null || mark.getName().equals(Yaml.OWN)) {
            at(yamlStartsAtLine + line, column + 1, reason, hint);
        } else {
            found.add(new Problem(1 + line, column + 1, reason, hint, mark.getName()));
        }
    }

    public void at(int line, int column, String reason, @Nullable String hint) {
        found.add(new Problem(line, column, reason, hint, file));
    }

    public void addAll(Problems others) {
        found.addAll(others.found);
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Problem> sorted() {
        return found.stream().distinct().sorted(BY_PLACE).toList();
    }
}
